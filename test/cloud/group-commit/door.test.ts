import { Door } from '../../../src/cloud/group-commit/door'
import { SoldOutPools } from '../../../src/cloud/group-commit/sold-out'
import type { ParsedRequest } from '../../../src/cloud/requests'

const POOL = 'one.aaaaaaaaaaaaaaaa'
const NOW = new Date('2026-09-01T10:00:00+08:00')
const CLOSES = NOW.getTime() + 100_000
const FULL = { capacity: 20, waiting: 3, opensAt: 0, closesAt: CLOSES, version: '1' }
const NO_SEATS = { waiting: 3, capacity: 20 }

let soldOut: SoldOutPools
let door: Door
beforeEach(() => {
  soldOut = new SoldOutPools(() => 0)
  soldOut.hear(true)
  soldOut.remember(POOL, FULL, new Set(['wechat:holder']), soldOut.mark())
  door = new Door(soldOut)
})

function request(more: Partial<ParsedRequest> = {}): ParsedRequest {
  const input = { poolId: POOL }
  return { operation: 'seats.book', input, requestId: 'request-1', again: false, ...more }
}

it('refuses a stranger for a full pool, and lets in whoever has to do with it', () => {
  expect(door.refusal('wechat:stranger', request(), NOW)).toEqual(NO_SEATS)
  expect(door.refusal('wechat:holder', request(), NOW)).toBeNull()
})

it.each([
  ['a family', { input: { poolId: POOL, attendeeIds: ['self'] } }],
  ['another pool', { input: { poolId: 'one.bbbbbbbbbbbbbbbb' } }],
  ['another operation', { operation: 'waitlist.join' as const }],
])('lets in %s', (_, more) => {
  expect(door.refusal('wechat:stranger', request(more), NOW)).toBeNull()
})

it('has who was told before looked up first, and tells the same again though a seat came free', () => {
  door.refusal('wechat:stranger', request(), NOW)
  soldOut.forgetAll()
  expect(door.refusal('wechat:stranger', request(), NOW)).toBeNull()
  expect(door.toldBefore('wechat:stranger', request())).toEqual(NO_SEATS)
})

it('knows what it told somebody who was let in', () => {
  door.tell('wechat:holder', request(), NO_SEATS)
  expect(door.toldBefore('wechat:holder', request())).toEqual(NO_SEATS)
})

it.each([
  ['somebody else', 'wechat:another', {}],
  ['another request', 'wechat:stranger', { requestId: 'request-2' }],
  ['other words', 'wechat:stranger', { input: { poolId: POOL, evenIfClashes: true } }],
])('told nothing to %s', (_, name, more) => {
  door.refusal('wechat:stranger', request(), NOW)
  expect(door.toldBefore(name, request(more))).toBeNull()
})
