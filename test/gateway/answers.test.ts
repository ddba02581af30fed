import { createAnswers, type Question } from '@/gateway/answers/answers'
import type { Arrival } from '@/gateway/call/wire'
import { createCopies } from '@/gateway/copies/copies'
import { bench, phone, timedOut } from './surroundings'

const mine: Question<'seats.mine'> = { operation: 'seats.mine', input: {}, copy: 'private' }
const page = (ids: string[], after: string | null = null): Arrival => ({
  kind: 'answer',
  body: { ok: true, value: { bookings: ids.map((bookingId) => ({ bookingId })), after } },
})
const ids = (value: { bookings: { bookingId: string }[] } | null) =>
  value?.bookings.map(({ bookingId }) => bookingId)

function answersWith(arrivals: Arrival[], storage = phone()) {
  const time = { now: 1_000 }
  const now = () => time.now
  const { call, sent } = bench(arrivals, { now })
  return {
    answers: createAnswers({ call, copies: createCopies(storage, now), now }),
    sent,
    time,
    storage,
  }
}

it('shows what the server said and keeps it for the time without network', async () => {
  const { answers, storage } = answersWith([page(['a'])])
  await answers.refresh(mine)
  expect(answers.known(mine)).toMatchObject({ savedAt: 1_000, copied: false, busy: false })
  const later = answersWith([timedOut], storage)
  expect(ids(later.answers.known(mine).value)).toEqual(['a'])
  expect(later.answers.known(mine).copied).toBe(true)
})

it('keeps showing the copy when the server does not answer, and says why', async () => {
  const { storage, answers } = answersWith([page(['a'])])
  await answers.refresh(mine)
  const later = answersWith([timedOut], storage)
  await later.answers.refresh(mine)
  const known = later.answers.known(mine)
  expect(ids(known.value)).toEqual(['a'])
  expect(known).toMatchObject({ copied: true, busy: false, failure: { code: 'UNREACHABLE' } })
})

it('forgets the failure with the next answer', async () => {
  const { answers } = answersWith([timedOut, timedOut, timedOut, timedOut, page(['a'])])
  await answers.refresh(mine)
  expect(answers.known(mine).failure).not.toBeNull()
  await answers.refresh(mine)
  expect(answers.known(mine).failure).toBeNull()
})

it('asks again only after a while, or when something changed', async () => {
  const { answers, sent, time } = answersWith([page(['a'])])
  await answers.refreshIfOlder(mine, 500)
  await answers.refreshIfOlder(mine, 500)
  expect(sent).toHaveLength(1)
  time.now += 501
  await answers.refreshIfOlder(mine, 500)
  expect(sent).toHaveLength(2)
  answers.outdate(['seats.mine'])
  await answers.refreshIfOlder(mine, 500)
  expect(sent).toHaveLength(3)
  await answers.refreshIfOlder(mine, 500)
  expect(sent).toHaveLength(3)
})

it('joins the pages of an answer that has several', async () => {
  const { answers, sent } = answersWith([page(['a'], 'x'), page(['b'], 'y'), page(['c'])])
  const whole: Question<'seats.mine'> = {
    ...mine,
    join: (before, next) => ({ ...next, bookings: [...before.bookings, ...next.bookings] }),
  }
  await answers.refresh(whole)
  expect(ids(answers.known(whole).value)).toEqual(['a', 'b', 'c'])
  expect(sent.map(({ input }) => input)).toEqual([{}, { after: 'x' }, { after: 'y' }])
})

it('does not show one person what was asked for another', async () => {
  const { answers } = answersWith([page(['secret'])])
  const asking = answers.refresh(mine)
  answers.forget()
  await asking
  expect(answers.known(mine).value).toBeNull()
})

it('does not hold every month that was ever looked at', async () => {
  const { answers } = answersWith([page([])])
  for (let i = 0; i < 40; i++) await answers.refresh({ ...mine, input: { after: `p${i}` } })
  expect(Object.keys(answers.states.getState())).toHaveLength(24)
})

it('does not let an answer that was on its way undo what became known meanwhile', async () => {
  const { answers, sent } = answersWith([page(['old']), page(['new', 'old'])])
  const asking = answers.refresh(mine)
  await Promise.resolve()
  answers.put(mine, { bookings: [{ bookingId: 'new' }] as never, after: null })
  await asking
  expect(ids(answers.known(mine).value)).toEqual(['new', 'old'])
  expect(sent).toHaveLength(2)
})

it('asks after what is under way, so that the answer is younger than the wish for it', async () => {
  const { answers, sent } = answersWith([page(['old']), page(['new'])])
  const first = answers.refresh(mine)
  await answers.refresh(mine)
  await first
  expect(sent).toHaveLength(2)
  expect(ids(answers.known(mine).value)).toEqual(['new'])
})

it('joins what is under way when any recent answer will do', async () => {
  const { answers, sent } = answersWith([page(['a'])])
  await Promise.all([answers.refreshIfOlder(mine, 500), answers.refreshIfOlder(mine, 500)])
  expect(sent).toHaveLength(1)
})

it('still asks again when what changed meanwhile could not be asked for', async () => {
  const { answers, sent } = answersWith([
    page(['a']),
    timedOut,
    timedOut,
    timedOut,
    timedOut,
    page(['b']),
  ])
  await answers.refreshIfOlder(mine, 500)
  answers.outdate(['seats.mine'])
  await answers.refreshIfOlder(mine, 500)
  await answers.refreshIfOlder(mine, 500)
  expect(ids(answers.known(mine).value)).toEqual(['b'])
  expect(sent).toHaveLength(6)
})
