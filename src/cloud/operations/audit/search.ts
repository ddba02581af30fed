import { type Output, contract } from '@/contract'
import { centreOf } from '@/domain/access/key'
import { DAY } from '@/domain/time/instant'
import { startOfDay } from '@/domain/time/date'
import type { Handler } from '@/cloud/handler'
import { type AuditRow, personOfWorker, searchAudit } from '@/cloud/store/queries/audit/search'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'

const PAGE = 50

/** For directors: what was asked by a role in a place, the newest first. */
export const searchAuditOf: Handler<'audit.search'> = async ({ input, dependencies }) => {
  const { centreId, from, to, what, workerKey, target } = input
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  if (workerKey !== undefined && centreOf(workerKey) !== centreId) {
    return { invalid: { path: 'workerKey', reason: 'OTHER_CENTRE' } }
  }
  if (from !== undefined && to !== undefined && to < from) {
    return { invalid: { path: 'to', reason: 'BEFORE_FROM' } }
  }
  const { pool } = dependencies.store
  const hash = workerKey?.slice(centreId.length + 1)
  const personId = hash === undefined ? null : await personOfWorker(pool, centreId, hash)
  // Nobody of that key ever worked here, so nothing of theirs is written down.
  if (hash !== undefined && personId === null) return { value: { entries: [], after: null } }
  const rows = await searchAudit(pool, {
    ...{ centreId, personId, target: target ?? null, limit: PAGE + 1 },
    from: from === undefined ? null : new Date(startOfDay(from)),
    before: to === undefined ? null : new Date(startOfDay(to) + DAY),
    operations: what === undefined ? null : operationsOf(what),
    after: after ?? null,
  })
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      entries: page.map((row) => entryOf(row, centreId)),
      after: last && writeCursor(Number(last.atMs), last.entryKey),
    },
  }
}

/** One operation by its name, or all of an area. */
function operationsOf(what: string): string[] {
  if (what.includes('.')) return [what]
  return Object.keys(contract).filter((name) => name.startsWith(`${what}.`))
}

function entryOf(row: AuditRow, centreId: string): Output<'audit.search'>['entries'][number] {
  const { at, nickname, role, operation, target, facts, refused } = row
  return {
    ...{ at, nickname, role, operation, target, facts, refused },
    entryId: `${centreId}.${row.entryKey}`,
    workerKey: `${centreId}.${row.hash}`,
    outcome: outcomeOf(row),
    about: row.aboutRole && { nickname: row.aboutNickname, role: row.aboutRole },
  }
}

function outcomeOf({
  isCommand,
  answered,
  refused,
}: AuditRow): Output<'audit.search'>['entries'][number]['outcome'] {
  if (!isCommand) return 'read'
  if (!answered) return 'unfinished'
  return refused === null ? 'done' : 'refused'
}
