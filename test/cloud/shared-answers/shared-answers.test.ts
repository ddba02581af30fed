import { setImmediate as turn } from 'node:timers/promises'
import {
  SHOWN_FOR_MS,
  SharedAnswers,
  type SharedQuestion,
  type Shown,
} from '../../../src/cloud/shared-answers/shared-answers'
import { nextTurn } from '../../../src/cloud/shared-answers/same-for-all'

const NOW = Date.parse('2026-09-01T09:59:59.500+08:00')
const TEN = Date.parse('2026-09-01T10:00:00+08:00')

let time = 0
let shared: SharedAnswers
beforeEach(() => {
  time = 0
  shared = new SharedAnswers(() => time)
})

const question = (more: Partial<SharedQuestion> = {}): SharedQuestion => ({
  ...{ name: 'page', centreId: 'one', now: NOW, notBefore: -1 },
  ...more,
})

/** A source that gives its n-th answer when it is told to, and counts how often it is asked. */
function source() {
  const open: { give: (more?: Shown) => void; fail: () => void }[] = []
  const ask = () =>
    new Promise<Shown>((resolve, reject) => {
      const value = `answer ${open.length + 1}`
      const give = (more: Shown = {}) => resolve({ value, ...more })
      open.push({ give, fail: () => reject(new Error('away')) })
    })
  return { ask, open, asked: () => open.length }
}
/** Shows what the source gives at once. */
async function shownNow(from: ReturnType<typeof source>, asked = question(), more: Shown = {}) {
  const before = from.asked()
  const shown = shared.show(asked, from.ask)
  await turn()
  if (from.asked() > before) from.open[before]!.give(more)
  return (await shown).value
}

it('a thousand who ask at once are one question', async () => {
  const from = source()
  const shown = Array.from({ length: 1_000 }, () => shared.show(question(), from.ask))
  expect(from.asked()).toBe(1)
  from.open[0]!.give()
  expect(new Set((await Promise.all(shown)).map(({ value }) => value))).toEqual(
    new Set(['answer 1']),
  )
  expect(shared.counts).toEqual({ shown: 1_000, asked: 1 })
})

it('shows an answer for a second after it was asked for, and another question its own', async () => {
  const from = source()
  expect(await shownNow(from)).toBe('answer 1')
  time = SHOWN_FOR_MS - 1
  expect(await shownNow(from)).toBe('answer 1')
  expect(await shownNow(from, question({ name: 'another' }))).toBe('answer 2')
  time = SHOWN_FOR_MS
  expect(await shownNow(from)).toBe('answer 3')
})

it('at ten o’clock nobody is shown what was so before ten', async () => {
  const from = source()
  expect(await shownNow(from, question(), { turnsAt: TEN })).toBe('answer 1')
  expect(await shownNow(from, question({ now: TEN - 1 }), { turnsAt: TEN })).toBe('answer 1')
  expect(await shownNow(from, question({ now: TEN }))).toBe('answer 2')
})

it('who comes at ten does not wait for what was asked before ten, nor does each ask', async () => {
  const from = source()
  const before = shared.show(question(), from.ask)
  const atTen = [1, 2, 3].map(() => shared.show(question({ now: TEN }), from.ask))
  from.open[0]!.give({ turnsAt: TEN })
  await turn()
  expect(from.asked()).toBe(2)
  from.open[1]!.give()
  expect((await before).value).toBe('answer 1')
  for (const shown of atTen) expect((await shown).value).toBe('answer 2')
})

it('who changed something sees it, and from then on everybody', async () => {
  const from = source()
  await shownNow(from)
  time = 10
  shared.changedBy('me')
  time = 20
  expect(await shownNow(from)).toBe('answer 1')
  const mine = question({ notBefore: shared.lastChangeBy('me') })
  expect(shared.lastChangeBy('another')).toBe(-1)
  expect(await shownNow(from, mine)).toBe('answer 2')
  expect(await shownNow(from)).toBe('answer 2')
  expect(await shownNow(from, mine)).toBe('answer 2')
})

it('of many who have changed something one asks, after what is under way', async () => {
  const from = source()
  const earlier = shared.show(question(), from.ask)
  time = 10
  for (const name of ['a', 'b', 'c']) shared.changedBy(name)
  time = 20
  const theirs = ['a', 'b', 'c'].map((name) =>
    shared.show(question({ notBefore: shared.lastChangeBy(name) }), from.ask),
  )
  await turn()
  expect(from.asked()).toBe(1)
  from.open[0]!.give()
  await turn()
  expect(from.asked()).toBe(2)
  from.open[1]!.give()
  expect((await earlier).value).toBe('answer 1')
  for (const shown of theirs) expect((await shown).value).toBe('answer 2')
})

it('what those who work in a centre changed is seen by all of that centre at once', async () => {
  const from = source()
  const elsewhere = question({ name: 'elsewhere', centreId: 'two' })
  const ofAll = question({ name: 'all', centreId: null })
  for (const asked of [question(), elsewhere, ofAll]) await shownNow(from, asked)
  shared.changedIn('one')
  time = 1
  expect(await shownNow(from)).toBe('answer 4')
  expect(await shownNow(from, elsewhere)).toBe('answer 2')
  expect(await shownNow(from, ofAll)).toBe('answer 5')
  shared.changedIn(null)
  time = 2
  expect(await shownNow(from, elsewhere)).toBe('answer 6')
})

it('keeps neither what failed nor what was refused', async () => {
  const from = source()
  const failing = [shared.show(question(), from.ask), shared.show(question(), from.ask)]
  from.open[0]!.fail()
  for (const shown of failing) await expect(shown).rejects.toThrow('away')
  expect(await shownNow(from, question(), { value: undefined })).toBeUndefined()
  expect(await shownNow(from)).toBe('answer 3')
})

it('keeps a bounded number of answers, and of bytes', async () => {
  const from = source()
  const ask = async (index: number, value: unknown) => {
    await shownNow(from, question({ name: `page ${index}` }), { value })
  }
  for (let index = 0; index < 2_500; index += 1) await ask(index, index)
  const before = from.asked()
  await ask(0, 0)
  await ask(2_499, 0)
  expect(from.asked()).toBe(before + 1)

  const large = 'x'.repeat(3_000_000)
  for (let index = 3_000; index < 3_010; index += 1) await ask(index, large)
  const asked = from.asked()
  await ask(3_000, large)
  expect(from.asked()).toBe(asked + 1)
})

it('turns at the first instant to come, and with the minute at the latest', () => {
  const minute = Date.parse('2026-09-01T09:59:00+08:00')
  expect(nextTurn(NOW, [])).toBe(TEN)
  expect(nextTurn(minute, [null, NOW, minute, TEN + 1])).toBe(NOW)
  expect(nextTurn(TEN, [TEN])).toBe(TEN + 60_000)
})
