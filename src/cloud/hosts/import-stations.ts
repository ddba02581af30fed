import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { DATUMS, type Datum } from '@/domain/stations/datum'
import { dateOf } from '@/domain/time/date'
import { databaseClock } from '../clock'
import { createLog } from '../log'
import { type Store, openStore, storeOptionsFrom } from '../store'
import {
  type ImportCentre,
  centresForImport,
  knownStations,
} from '../store/queries/stations-import'
import { applyDrafts, importing } from '../stations-import/apply'
import { datumOf } from '../stations-import/datum'
import { ListRefused } from '../sheets/list-refused'
import { countsInWords, previewInWords } from '../stations-import/preview-in-words'
import { type Preview, previewList } from '../stations-import/preview'
import { MOST_BYTES } from '../stations-import/read-list'
import { CannotStart } from './cannot-start'

const USAGE = `用法：npm run stations:import 文件 -- [--centre 中心] [--datum ${DATUMS.join('|')}] [--apply] [--remove-missing] [--restore]`

/** How the command ends; see docs/stations-import.md. */
const EXIT = { done: 0, cannot: 1, question: 2, rowsLeftOut: 3 } as const

interface Wish {
  file: string
  centre: string | undefined
  datum: Datum | null
  apply: boolean
  removeMissing: boolean
  restore: boolean
}

function wishOf(args: string[]): Wish {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      centre: { type: 'string' },
      datum: { type: 'string' },
      apply: { type: 'boolean', default: false },
      'remove-missing': { type: 'boolean', default: false },
      restore: { type: 'boolean', default: false },
    },
  })
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new CannotStart(USAGE)
  const datum = values.datum === undefined ? null : datumOf(values.datum)
  if (values.datum !== undefined && !datum) {
    throw new CannotStart(`不认识坐标“${values.datum}”，可以写 ${DATUMS.join('、')}`)
  }
  const { centre, apply, restore } = values
  return { file, centre, datum, apply, restore, removeMissing: values['remove-missing'] }
}

async function fileOf(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new CannotStart(`没有这个文件：${file}`)
  // A file that is too large is not read into memory to find out.
  if (found.size > MOST_BYTES) throw new ListRefused('文件超过 10 MB，不能导入；请只留驿站名单')
  return readFile(file)
}

/** The centre that was named, or the only one; else null, having said which there are. */
function centreOf(centres: readonly ImportCentre[], wanted: string | undefined) {
  const centre =
    wanted === undefined && centres.length === 1
      ? centres[0]
      : centres.find(({ centreId }) => centreId === wanted)
  if (centre) return centre
  if (centres.length === 0) throw new CannotStart('数据库里还没有中心，先启动一次再导入')
  console.log(wanted === undefined ? '有几个中心，请选一个：' : `没有中心“${wanted}”，可以选：`)
  for (const { centreId, name } of centres) console.log(`  --centre ${centreId}  ${name}`)
  return null
}

/** What still has to be answered before the list may be written; null for nothing. */
function questionOf(preview: Preview, wish: Wish): string | null {
  if (preview.datumSource === 'guessed') {
    return `请先确认坐标，再加 --datum 导入，例如 --datum ${preview.datum}。什么也没有写入。`
  }
  if (wish.removeMissing && preview.errors.length > 0) {
    return '名单里还有错误的行，不能用 --remove-missing：出错的驿站会被当成名单里没有。什么也没有写入。'
  }
  return null
}

async function importInto(store: Store, wish: Wish, bytes: Uint8Array): Promise<number> {
  const centres = await centresForImport(store.db)
  const centre = centreOf(centres, wish.centre)
  if (!centre) return EXIT.question
  const clock = await databaseClock(store.pool)
  clock.stop()
  const now = clock.now()
  const preview = previewList(bytes, {
    centre,
    otherCentres: centres.filter((other) => other !== centre),
    known: await knownStations(store.pool, centre.centreId),
    datum: wish.datum,
    year: Number(dateOf(now.getTime()).slice(0, 4)),
  })
  console.log(`${path.basename(wish.file)} → ${centre.name}（${centre.centreId}）`)
  for (const line of previewInWords(preview, wish)) console.log(line)
  console.log()
  const question = questionOf(preview, wish)
  if (question) {
    console.log(question)
    return EXIT.question
  }
  const left = preview.errors.length > 0 ? EXIT.rowsLeftOut : EXIT.done
  if (!wish.apply) {
    console.log('这是预览，什么也没有写入；加 --apply 写入。')
    return left
  }
  const done = await importing(store, (client) =>
    applyDrafts(client, centre.centreId, preview.drafts, { ...wish, now }),
  )
  const rest = left === EXIT.done ? '' : '；有错误的行没有写入'
  console.log(`已写入：${countsInWords(done)}${rest}。`)
  return left
}

/**
 * Imports a list of stations into a centre: a preview by default, `--apply` writes. DATABASE_URL or
 * DATA_DIR say into which database, as for every host. Ends with an exit code of EXIT.
 */
async function main(): Promise<number> {
  const wish = wishOf(process.argv.slice(2))
  const bytes = await fileOf(wish.file)
  const log = createLog({ name: 'import-stations', level: process.env['LOG_LEVEL'] ?? 'warn' })
  const store = await openStore({ ...storeOptionsFrom(process.env), poolSize: 2, log })
  try {
    return await importInto(store, wish, bytes)
  } finally {
    await store.close()
    await log.flush()
  }
}

main().then(
  (code) => (process.exitCode = code),
  (error: Error & { code?: string }) => {
    const misspelt = error.code?.startsWith('ERR_PARSE_ARGS')
    console.error(misspelt ? `${error.message}\n${USAGE}` : error.message)
    process.exitCode = EXIT.cannot
  },
)
