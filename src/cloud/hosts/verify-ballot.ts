import { readFileSync } from 'node:fs'
import { readList } from '@/domain/ballot/entry-list'
import { publicNumber } from '@/domain/ballot/public-number'
import { readResults } from '@/domain/ballot/results'
import { type Finding, type Noted, type Proof, verify } from '@/domain/ballot/verify'
import { whyOf } from '@/domain/ballot/why'

const USAGE = `用法：verify-ballot 文件 [--hash 截止时记下的指纹] [--number 公布的数字] [--entry 我的编号]
文件是 ballot.proof 的回答（JSON）；- 表示从标准输入读。`

const SAID: Readonly<Record<Finding, string>> = {
  NOT_DRAWN: '还没有摇号，名单以外没有可验的。',
  OTHER_METHOD: '这场摇号用的算法，这个程序不认识。',
  LIST_UNREADABLE: '登记名单读不出来。',
  LIST_ALTERED: '登记名单和封存时的指纹对不上：名单被改过。',
  ANNOUNCED_OTHERWISE: '名单上写的场次、数字来源或时间，和公布的不一样。',
  OTHER_LIST: '名单的指纹和您记下的不一样。',
  OTHER_NUMBER: '用的数字和您查到的不一样。',
  RESULTS_DIFFER: '重新摇出来的结果和公布的不一样。',
}

interface Asked {
  file: string
  noted: Noted
  entry: number | null
}

/** Reads the arguments; null where they make no sense. */
function asked(argv: readonly string[]): Asked | null {
  const [file, ...rest] = argv
  if (!file || (file.startsWith('--') && file !== '-')) return null
  const values = new Map<string, string>()
  for (let at = 0; at < rest.length; at += 2) {
    const [name, value] = [rest[at]!, rest[at + 1]]
    if (!['--hash', '--number', '--entry'].includes(name) || value === undefined) return null
    values.set(name, value)
  }
  const typed = values.get('--number')
  const number = typed === undefined ? undefined : publicNumber(typed)
  const entry = values.has('--entry') ? Number(values.get('--entry')) : null
  if (number === null || (entry !== null && !Number.isSafeInteger(entry))) return null
  return { file, noted: { listHash: values.get('--hash')?.toLowerCase(), number }, entry }
}

/** The proof in a file: the answer as it came, or its value alone. */
function proofIn(text: string): Proof | null {
  try {
    const answer = JSON.parse(text) as { value?: Proof } & Proof
    const proof = answer.value ?? answer
    return typeof proof.method === 'string' && 'list' in proof ? proof : null
  } catch {
    return null
  }
}

function sayEntry(proof: Proof, number: number): string {
  const list = proof.list === null ? null : readList(proof.list)
  const drawn = proof.results === null ? null : readResults(proof.results)
  const why = list && drawn && whyOf(list, drawn, number)
  if (!why) return `没有编号 ${number} 的结果。`
  const wishes = why.wishes.map(({ poolId, left, outcome }, at) => {
    const what = { won: '中签', 'too-few': '席位不够', 'not-needed': '前面已中签' }[outcome]
    return `  第 ${at + 1} 志愿 ${poolId}：轮到时还有 ${left} 席，${what}`
  })
  const head = `编号 ${number}（${why.seats} 人，权重 ${why.weight}）：${why.of} 份里摇在第 ${why.place} 位`
  return [head, ...wishes].join('\n')
}

/** Draws a ballot anew by its published proof, alone: 0 when all is well, 1 when not, 2 for no proof. */
function main(argv: readonly string[]): number {
  const request = asked(argv)
  if (!request) {
    console.error(USAGE)
    return 2
  }
  const { file, noted, entry } = request
  const proof = proofIn(readFileSync(file === '-' ? 0 : file, 'utf8'))
  if (!proof) {
    console.error(`这不是摇号的凭据。\n${USAGE}`)
    return 2
  }
  console.log(
    `摇号 ${proof.ballotId}\n名单指纹 ${proof.listHash ?? '—'}\n公开数字 ${proof.number ?? '—'}`,
  )
  const findings = verify(proof, noted)
  for (const finding of findings) console.log(`✗ ${SAID[finding]}`)
  if (findings.length === 0) console.log('✓ 名单没有改过，用这个数字重新摇，结果和公布的一模一样。')
  if (entry !== null) console.log(sayEntry(proof, entry))
  return findings.length === 0 ? 0 : 1
}

process.exitCode = main(process.argv.slice(2))
