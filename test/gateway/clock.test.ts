import { clock, learnServerTime, serverNow } from '@/gateway/clock'

const PHONE = 1_000_000_000
beforeEach(() => {
  jest.useFakeTimers({ now: PHONE })
  clock.setState({ offsetMs: 0 })
})
afterEach(() => jest.useRealTimers())

it('believes a phone that is right within a few seconds', () => {
  learnServerTime(PHONE + 4_000)
  expect(serverNow()).toBe(PHONE)
})

it('goes by the server when the phone is days off', () => {
  learnServerTime(PHONE - 3 * 86_400_000)
  expect(serverNow()).toBe(PHONE - 3 * 86_400_000)
  jest.advanceTimersByTime(60_000)
  expect(serverNow()).toBe(PHONE - 3 * 86_400_000 + 60_000)
})

it('does not jump about with the seconds that an answer takes', () => {
  let changes = 0
  const stop = clock.subscribe(() => void changes++)
  for (const late of [0, 900, 3_000]) learnServerTime(PHONE + 3_600_000 - late)
  stop()
  expect(changes).toBe(1)
})

it('believes the phone again once it is set right', () => {
  learnServerTime(PHONE + 3_600_000)
  jest.setSystemTime(PHONE + 3_600_000)
  learnServerTime(PHONE + 3_600_000)
  expect(serverNow()).toBe(PHONE + 3_600_000)
})
