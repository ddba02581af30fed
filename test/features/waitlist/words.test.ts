import { offerInWords } from '@/features/waitlist/offers'
import {
  chanceInWords,
  heldUntilInWords,
  moveInWords,
  movesSince,
  positionInWords,
  savedInWords,
} from '@/features/waitlist/words'
import { anEntry, anOffer, NOW } from './entries'

it.each([
  [{ from: 3, to: 3, waited: 10, offered: 7 }, '过去排到第 3 位的，10 位里有 7 位等到了。'],
  [{ from: 1, to: 1, waited: 12, offered: 12 }, '过去排到第 1 位的，12 位都等到了。'],
  [{ from: 6, to: 10, waited: 18, offered: 0 }, '过去排到第 6 到 10 位的，18 位都没等到。'],
  [
    { from: 51, to: null, waited: 30, offered: 1 },
    '过去排到第 51 位以后的，30 位里有 1 位等到了。',
  ],
])('tells the true past of a position (%j)', (chance, words) => {
  expect(chanceInWords({ ...chance, of: 'activity' })).toBe(words)
})

it('says so where the past is that of the whole centre, or too short to say anything', () => {
  const chance = { from: 2, to: 2, waited: 18, offered: 16, of: 'centre' } as const
  expect(chanceInWords(chance)).toBe('这个中心过去排到第 2 位的，18 位里有 16 位等到了。')
  expect(chanceInWords(null)).toBe('结束的候补还太少，说不准能不能等到。')
})

it('says where somebody stands, and what is saved for them', () => {
  expect(positionInWords(anEntry())).toBe('排第 3 位，一共 5 位在等')
  expect(positionInWords({ position: 1, waiting: 1 })).toBe('排第 1 位')
  expect(savedInWords(anEntry())).toBeNull()
  expect(savedInWords(anEntry({ saved: 1, seats: 3 }))).toBe('已经替您攒了 1 席，还差 2 席。')
})

it('says until when seats are held, by the day', () => {
  expect(heldUntilInWords('2026-11-22T20:30:00+08:00', NOW)).toBe('留到今天 20:30，还有 11 小时')
  expect(heldUntilInWords('2026-11-22T09:15:00+08:00', NOW)).toBe('留到今天 09:15')
})

it('says in 我的 what is held, and nothing where nothing is', () => {
  const mine = (...entries: ReturnType<typeof anEntry>[]) => ({ entries, after: null })
  expect(offerInWords(null, NOW)).toBeNull()
  expect(offerInWords(mine(anEntry()), NOW)).toBeNull()
  const tomorrow = anOffer({ offerUntil: '2026-11-23T09:00:00+08:00' })
  expect(offerInWords(mine(anEntry(), tomorrow), NOW)).toBe('留给您 2 席，到明天 09:00')
})

it('says what staff did since somebody joined, and why', () => {
  const move = { at: '2026-11-21T15:20:00+08:00', fromPosition: 3, reason: '开课时间改了' }
  expect(moveInWords(move, NOW)).toBe('昨天 15:20，工作人员把第 3 位提到了最前：开课时间改了')
  const before = { ...move, at: '2026-11-20T09:59:59+08:00' }
  expect(movesSince(anEntry({ moves: [move, before] }))).toEqual([move])
})

it('keeps a date in digits apart from the word before it', () => {
  expect(heldUntilInWords('2026-11-28T09:00:00+08:00', NOW)).toBe(
    '留到 11月28日 周六 09:00，还有 6 天',
  )
})
