import { lessonsLine, peopleInWords, shortHash } from '@/features/ballot/ballot-words'
import { standingOf, wishOutcome } from '@/features/ballot/entry-words'
import { aLine, anEntry } from './entries'

const at = (text: string) => new Date(text).getTime()
const BEFORE = at('2026-11-22T09:00:00+08:00')
const CLOSED = at('2026-12-01T19:00:00+08:00')
const DUE = at('2026-12-01T22:30:00+08:00')
const HASH = '7f3a91c0'.repeat(8)
const drawn = { state: 'drawn', listHash: HASH, number: '030914', weight: 2, place: 37 } as const

it('says how an entry stands, from entering to the draw', () => {
  expect(standingOf(anEntry(), null, BEFORE)).toMatchObject({
    tag: { text: '登记中' },
    title: '等到 12月1日 周二 22:00',
    next: '12月1日 周二 18:00 前可以撤回重填，之后名单封存。',
    act: 'leave',
  })
  const closed = anEntry({ state: 'closed' })
  expect(standingOf(closed, null, CLOSED)).toMatchObject({ tag: { text: '正在封存' }, act: null })
  const frozen = anEntry({ state: 'closed', listHash: HASH, weight: 1 })
  expect(standingOf(frozen, null, CLOSED)).toMatchObject({
    tag: { text: '名单已封存' },
    title: '等到 今天 22:00',
  })
  expect(standingOf(frozen, null, DUE)).toMatchObject({ tag: { text: '等公布数字' } })
})

it('tells a winner until when to confirm', () => {
  const wishes = anEntry().wishes.map((wish, index) => ({ ...wish, won: index === 1 }))
  const won = anEntry({ ...drawn, wishes, waitlistEntryIds: ['nongye.w1'] })
  const offer = aLine({ position: null, offerUntil: '2026-12-03T22:00:00+08:00' })
  expect(standingOf(won, [offer], DUE)).toMatchObject({
    tag: { text: '摇中了' },
    title: '摇中了围棋下午班',
    next: '后天 22:00 前确认。不确认，席位就给下一位。',
    act: 'confirm',
  })
  // The other list is not known yet, or the offer has ended.
  expect(standingOf(won, null, DUE).act).toBe('confirm')
  expect(standingOf({ ...won, waitlistEntryIds: [] }, [], DUE).act).toBeNull()
  expect(wishOutcome(wishes[1]!, won, [offer])).toBe('摇中')
})

it('tells a winner of earlier what became of the seats', () => {
  const wishes = anEntry().wishes.map((wish, index) => ({ ...wish, won: index === 0 }))
  const over = (wonSeats: 'accepted' | 'lapsed' | 'left') =>
    standingOf(anEntry({ ...drawn, wishes, wonSeats }), [], DUE)
  expect(over('accepted')).toMatchObject({ tag: { text: '报上了' }, title: '摇中了围棋上午班' })
  expect(over('lapsed')).toMatchObject({ tag: { text: '没确认' }, act: null })
  expect(over('left').next).toContain('您说不要了')
})

it('tells a loser the place and the best place on a waiting list, and who is asked later', () => {
  const lost = anEntry({ ...drawn, waitlistEntryIds: ['nongye.w1', 'nongye.w2'] })
  const lines = [
    aLine({ position: 9 }),
    aLine({ entryId: 'nongye.w2', poolId: 'nongye.p2', title: '围棋下午班', position: 3 }),
    aLine({ entryId: 'nongye.w3', position: 1 }),
  ]
  expect(standingOf(lost, lines, DUE)).toMatchObject({
    tag: { text: '这次没摇中' },
    title: '摇在第 37 位，候补第 3 位',
    act: 'wait',
  })
  expect(standingOf(lost, null, DUE).title).toBe('摇在第 37 位，在候补')
  expect(lost.wishes.map((wish) => wishOutcome(wish, lost, lines))).toEqual([
    '候补第 9 位',
    '候补第 3 位',
  ])
  const offer = aLine({ position: null, offerUntil: '2026-12-04T09:00:00+08:00' })
  expect(standingOf(lost, [offer], DUE)).toMatchObject({
    title: '轮到了围棋上午班',
    act: 'confirm',
  })
  const over = standingOf(anEntry({ ...drawn }), [], DUE)
  expect(over).toMatchObject({ title: '摇在第 37 位', act: null })
  expect(over.next).toContain('下次多一份机会')
})

it('names people, lessons and hashes as one reads them', () => {
  const attendees = [
    { attendeeId: 'self', name: null },
    { attendeeId: null, name: null },
  ]
  expect(peopleInWords(anEntry())).toBe('小满')
  expect(peopleInWords({ attendees })).toBe('我自己、家里人')
  expect(lessonsLine(anEntry().wishes[0]!, BEFORE)).toBe('12月12日 周六起 09:30–10:30')
  expect(shortHash(HASH)).toBe('7f3a 91c0 7f3a … 7f3a 91c0')
})
