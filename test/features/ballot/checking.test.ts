import { sha256Hex } from '@/domain/ballot/digest'
import { draw } from '@/domain/ballot/draw'
import { METHOD, writeList } from '@/domain/ballot/entry-list'
import { writeResults } from '@/domain/ballot/results'
import { toEnd } from '@/domain/ballot/slices'
import { verifyInSlices } from '@/domain/ballot/verify'
import { whyOf } from '@/domain/ballot/why'
import { toInstantText } from '@/domain/time/instant'
import type { PublicBallot } from '@/features/ballot/ballot-words'
import { checkSteps, checkTitle, whyInWords } from '@/features/ballot/check-words'
import { notedHashes } from '@/features/ballot/noted-hash'
import { shareTitle } from '@/features/ballot/share'
import { createCopies } from '@/gateway/copies/copies'
import { aList } from '../../domain/ballot/lists'

const NOW = new Date('2026-12-02T22:00:00+08:00').getTime()
const LIST = aList(
  [1, 2, 3, 4].map((number) => ({ number, seats: 2, weight: number, wishes: [1, 2] })),
  [2, 3],
)
const TEXT = writeList(LIST)
const HASH = sha256Hex(TEXT)
const DRAWN = draw(LIST, HASH, '05111722')

function aProof(change: Partial<PublicBallot> = {}): PublicBallot {
  return {
    method: METHOD,
    ballotId: LIST.ballotId,
    state: 'drawn',
    closesAt: toInstantText(LIST.closesAt),
    numberSource: LIST.numberSource,
    numberAt: toInstantText(LIST.numberAt),
    pools: LIST.pools.map((pool, index) => ({
      ...pool,
      title: `围棋${index + 1}班`,
      startsAt: '2026-12-12T09:30:00+08:00',
    })),
    entries: 4,
    closedAt: toInstantText(LIST.closesAt),
    list: TEXT,
    listHash: HASH,
    number: '05111722',
    numberConfirmedAt: toInstantText(LIST.numberAt),
    drawnAt: toInstantText(LIST.numberAt),
    results: writeResults(DRAWN),
    ...change,
  }
}

const checked = (proof: PublicBallot) => ({ part: 1, verified: toEnd(verifyInSlices(proof)) })
const found = (proof: PublicBallot) =>
  checkSteps(proof, checked(proof).verified, NOW).map((step) => step.found?.good ?? null)

it('says of an honest draw that nobody tampered with it', () => {
  const proof = aProof()
  expect(checkTitle(proof, checked(proof))).toMatchObject({
    title: '这次摇号没有人动手脚',
    good: true,
  })
  expect(found(proof)).toEqual([true, null, true])
  const [list, number] = checkSteps(proof, null, NOW)
  expect(list!.lines).toEqual([
    '昨天 18:00 截止，4 份登记',
    expect.stringMatching(/^指纹 (\w{4} ){3}… \w{4} \w{4}$/),
  ])
  expect(number!.lines[1]).toBe('05 11 17 22')
})

it('finds out a list that was made anew after this phone noted its hash', () => {
  const remade = writeList({ ...LIST, entries: LIST.entries.slice(1) })
  const hash = sha256Hex(remade)
  const results = writeResults(draw({ ...LIST, entries: LIST.entries.slice(1) }, hash, '05111722'))
  const proof = aProof({ list: remade, listHash: hash, results })
  expect(checkTitle(proof, checked(proof)).good).toBe(true)
  const verified = toEnd(verifyInSlices(proof, { listHash: HASH }))
  expect(checkTitle(proof, { part: 1, verified }).good).toBe(false)
  expect(checkSteps(proof, verified, NOW)[0]!.found!.good).toBe(false)
  const honest = checked(aProof()).verified
  expect(checkSteps(aProof(), honest, NOW, LIST.closesAt)[0]!.found!.text).toBe(
    '重算的指纹一样，也是这部手机昨天 18:00 记下的',
  )
})

it('notes a hash once, and never another in its place', () => {
  const kept = new Map<string, string>()
  const storage = {
    get: (key: string) => kept.get(key) ?? null,
    set: (key: string, text: string) => void kept.set(key, text),
    remove: (key: string) => void kept.delete(key),
  }
  const notes = notedHashes(createCopies(storage, () => NOW))
  expect(notes.read('nongye.b1')).toBeNull()
  notes.note('nongye.b1', HASH)
  notes.note('nongye.b1', 'another')
  expect(notes.read('nongye.b1')).toEqual({ value: HASH, savedAt: NOW })
})

it.each<[string, Partial<PublicBallot>, (boolean | null)[]]>([
  [
    'the list was altered',
    { list: TEXT.replace('entry 1 2 1', 'entry 1 2 4') },
    [false, null, false],
  ],
  ['the results were altered', { results: `${writeResults(DRAWN)}5 5 -\n` }, [true, null, false]],
  [
    'the list cannot be read',
    { list: 'nonsense\n', listHash: sha256Hex('nonsense\n') },
    [false, null, null],
  ],
  ['another number was announced', { numberSource: '别的数字' }, [false, null, true]],
])('says clearly when %s', (_, change, goods) => {
  const proof = aProof(change)
  expect(checkTitle(proof, checked(proof))).toMatchObject({ title: '这次摇号对不上', good: false })
  expect(found(proof)).toEqual(goods)
})

it('says before the draw how far it has come', () => {
  const none = { list: null, listHash: null, number: null, results: null, drawnAt: null }
  expect(checkTitle(aProof({ ...none, state: 'open' }), null).title).toBe('还在登记')
  expect(checkTitle(aProof({ ...none, state: 'closed' }), null).title).toBe('名单正在封存')
  const frozen = aProof({ number: null, results: null, drawnAt: null, state: 'closed' })
  expect(checkTitle(frozen, { part: 0.345, verified: null }).note).toContain('百分之 34')
  expect(checkTitle(frozen, checked(frozen)).title).toBe('名单封好了，还没摇')
  expect(found(frozen)).toEqual([true, null, null])
})

it('says why an entry won or lost, wish by wish', () => {
  const titles = new Map(LIST.pools.map(({ poolId }, index) => [poolId, `${index + 1}班`]))
  const words = DRAWN.map(({ number }) => whyInWords(whyOf(LIST, DRAWN, number)!, titles))
  expect(words).toEqual([
    ['第一志愿“1班”：轮到时还有 2 席，中了', '第二志愿“2班”：前面的志愿中了，不再占'],
    ['第一志愿“1班”：轮到时已经没有席位', '第二志愿“2班”：轮到时还有 3 席，中了'],
    ['第一志愿“1班”：轮到时已经没有席位', '第二志愿“2班”：轮到时只剩 1 席，不够 2 位'],
    ['第一志愿“1班”：轮到时已经没有席位', '第二志愿“2班”：轮到时只剩 1 席，不够 2 位'],
  ])
})

it('is passed on by the name of what was drawn for', () => {
  expect(shareTitle(aProof())).toBe('“围棋1班”的摇号，自己手机上验一验')
  expect(shareTitle(null)).toBe('这次摇号，自己手机上验一验')
})
