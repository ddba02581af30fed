import type { Listed } from '@/features/waitlist/desk-words'
import { canMoveUp, listedRow, listInWords, plainReason } from '@/features/waitlist/desk-words'
import { NOW } from './entries'

const listed = (change: Partial<Listed> = {}): Listed => ({
  ...{ entryId: 'nongye.e1', state: 'waiting', position: 2, seats: 2, saved: 0, passedOver: 0 },
  ...{ joinedAt: '2026-11-21T10:00:00+08:00', offerUntil: null, moved: null },
  ...change,
})

it('says how one stands who waits, with all that was done about them', () => {
  const moved = { at: '2026-11-21T15:20:00+08:00', fromPosition: 4, reason: '开课时间改了' }
  expect(listedRow(listed({ saved: 1, passedOver: 3, moved }), NOW)).toEqual({
    title: '第 2 位 · 等 2 席',
    lines: ['昨天 10:00 排的 · 坐不下，让过 3 次 · 攒了 1 席', '提到过最前：开课时间改了'],
    tag: { tone: 'info', text: '在等' },
    label:
      '第 2 位 · 等 2 席，昨天 10:00 排的 · 坐不下，让过 3 次 · 攒了 1 席，提到过最前：开课时间改了，在等',
  })
})

it('says until when seats are held for one', () => {
  const offered = listed({
    state: 'offered',
    position: null,
    offerUntil: '2026-11-23T09:00:00+08:00',
  })
  expect(listedRow(offered, NOW)).toMatchObject({
    ...{ title: '留了 2 席', tag: { tone: 'waiting', text: '留到明天 09:00' } },
  })
})

it('counts who waits and who is being asked', () => {
  const offered = listed({ state: 'offered', position: null })
  expect(listInWords({ waiting: 3, entries: [offered], after: null })).toBe(
    '3 位在等，1 位正在确认',
  )
  expect(listInWords({ waiting: 0, entries: [], after: null })).toBe('没有人在等')
})

it('can put first who waits behind somebody, and nobody else', () => {
  expect(canMoveUp(listed())).toBe(true)
  expect(canMoveUp(listed({ position: 1 }))).toBe(false)
  expect(canMoveUp(listed({ state: 'offered', position: null }))).toBe(false)
})

it('makes one plain line of a reason', () => {
  expect(plainReason('  开课时间改了\n补给原来的学员 ')).toBe('开课时间改了 补给原来的学员')
})
