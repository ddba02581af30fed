import { clock, distrustClock, readServerTime, serverNow } from '@/gateway/clock'

const PHONE = 1_000_000_000
const HOUR = 3_600_000
beforeEach(() => {
  jest.useFakeTimers({ now: PHONE })
  distrustClock()
  clock.setState({ offsetMs: 0 })
})
afterEach(() => jest.useRealTimers())

/**
 * An answer of a server whose clock is `ahead` of the phone's, half of `roundTrip` on each way. It
 * says the time to the millisecond, or to a coarser `grain`, as it was `age` before.
 */
function reads(ahead: number, roundTrip: number, { grain = 1, age = 0 } = {}): void {
  const learn = readServerTime()
  jest.setSystemTime(Date.now() + roundTrip / 2)
  const serverTime = Date.now() + ahead - age
  jest.setSystemTime(Date.now() + roundTrip / 2)
  learn(Math.floor(serverTime / grain) * grain)
}
/** How far our idea of the server's time is behind it; never negative. */
const behind = (ahead: number) => Date.now() + ahead - serverNow()

it('goes by the server, however far the phone is off', () => {
  for (const ahead of [-2 * 24 * HOUR, -4_000, 0, 4_000, 2 * 24 * HOUR]) {
    distrustClock()
    reads(ahead, 80)
    expect(behind(ahead)).toBe(40)
    jest.setSystemTime(Date.now() + 60_000)
    expect(behind(ahead)).toBe(40)
  }
})

it('believes the answer that came by the quickest way, whenever it came', () => {
  reads(4_000, 900)
  expect(behind(4_000)).toBe(450)
  reads(4_000, 60)
  reads(4_000, 2_000)
  expect(behind(4_000)).toBe(30)
})

it('makes the most of answers that say the second alone, and is never too early', () => {
  jest.setSystemTime(PHONE + 30)
  for (const wait of [0, 370, 1_200, 910, 640, 480]) {
    jest.setSystemTime(Date.now() + wait)
    reads(7_123, 40, { grain: 1_000 })
    expect(behind(7_123)).toBeGreaterThanOrEqual(0)
  }
  expect(behind(7_123)).toBeLessThan(250)
})

it('is not made earlier by an answer that was kept', () => {
  reads(4_000, 60)
  reads(4_000, 10, { age: 900 })
  expect(behind(4_000)).toBe(30)
  distrustClock()
  reads(4_000, 60, { age: 900 })
  expect(behind(4_000)).toBe(930)
})

it('does not have screens drawn anew for answers that teach nothing', () => {
  let changes = 0
  const stop = clock.subscribe(() => void changes++)
  for (const roundTrip of [100, 900, 3_000]) reads(HOUR, roundTrip)
  stop()
  expect(changes).toBe(1)
})

it('notices by the next answer that the phone was set, ahead or back', () => {
  reads(HOUR, 80)
  jest.setSystemTime(Date.now() + HOUR)
  reads(0, 400)
  expect(behind(0)).toBe(200)
  jest.setSystemTime(Date.now() - 5_000)
  reads(5_000, 400)
  expect(behind(5_000)).toBe(200)
})

it('lets a phone gain as phones do, and is not early for it', () => {
  reads(0, 60)
  // In ten hours the phone has gained a second on the server: one in 36,000.
  jest.setSystemTime(Date.now() + 10 * HOUR)
  reads(-1_000, 200)
  expect(behind(-1_000)).toBe(100)
})

it('takes the next answer for true when told to trust the clock no more', () => {
  reads(0, 60)
  jest.setSystemTime(Date.now() + 700)
  distrustClock()
  reads(-700, 300)
  expect(behind(-700)).toBe(150)
})
