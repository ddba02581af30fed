import { createFirstTry, type FirstTry } from '@/features/seats/first-try'

const OPENS = 1_800_000_000_000
const MINUTE = 60_000
const wanted = { key: 'nongye.p1 self', opensAt: OPENS, withinMs: 400 }

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

interface Phone {
  firstTry: FirstTry
  /** When each request left, by the server's clock, and its name. */
  sent: { at: number; requestId: string; mayBeEarly: boolean }[]
  measured: number[]
  late: () => number
  /** Lets time pass, as the server has it. */
  pass: (ms: number) => Promise<void>
  /** The phone sleeps: time passes and no timer runs. */
  sleep: (ms: number) => void
  setClock: (ms: number) => void
}

/**
 * A phone `before` the opening whose luck is a half. `answers`: what each request is told, the opening
 * where it is too early; nothing where it is booked.
 */
function phone(before: number, { answers = [] as number[], measure = async () => {} } = {}): Phone {
  // How far the server's clock is ahead of the phone's, as it is and as the phone believes.
  const off = { truth: 0, believed: 0 }
  jest.setSystemTime(OPENS - before)
  const sent: Phone['sent'] = []
  const measured: number[] = []
  let [made, late] = [0, 0]
  const truth = () => Date.now() + off.truth
  const firstTry = createFirstTry({
    now: () => Date.now() + off.believed,
    phoneTime: Date.now,
    chance: async () => 0.5,
    newRequestId: async () => `request-${++made}`,
    measure: async () => {
      await measure()
      measured.push(truth())
      off.believed = off.truth
    },
    send: async (requestId, mayBeEarly) => {
      sent.push({ at: truth(), requestId, mayBeEarly })
      return answers[sent.length - 1] ?? null
    },
    tooLate: () => void late++,
  })
  return {
    ...{ firstTry, sent, measured },
    late: () => late,
    pass: (ms) => jest.advanceTimersByTimeAsync(ms),
    sleep: (ms) => jest.setSystemTime(Date.now() + ms),
    setClock: (ms) => {
      jest.setSystemTime(Date.now() + ms)
      off.truth -= ms
    },
  }
}

describe('asked before the opening', () => {
  it('leaves once, by itself, in its turn after it, and asks nothing meanwhile', async () => {
    const { firstTry, sent, measured, pass } = phone(5 * MINUTE)
    await firstTry.ask(wanted)
    expect(firstTry.state.getState().asked).toMatchObject({
      ...{ opensAt: OPENS, leavesAt: OPENS + 200, requestId: 'request-1', beforehand: true },
    })
    await pass(5 * MINUTE + 199)
    expect(sent).toEqual([])
    await pass(10 * MINUTE)
    expect(sent).toEqual([{ at: OPENS + 200, requestId: 'request-1', mayBeEarly: true }])
    expect(measured).toEqual([])
    expect(firstTry.state.getState().asked).toBeNull()
  })

  it('can be taken back until then', async () => {
    const { firstTry, sent, pass } = phone(MINUTE)
    await firstTry.ask(wanted)
    await pass(MINUTE - 1)
    firstTry.takeBack()
    await pass(MINUTE)
    expect(sent).toEqual([])
  })

  it('is over when the page is left, and only then', async () => {
    const { firstTry, sent, pass } = phone(MINUTE)
    await firstTry.ask(wanted)
    await pass(MINUTE + 100)
    firstTry.left()
    await pass(200)
    expect(sent).toHaveLength(1)

    await firstTry.ask({ ...wanted, opensAt: OPENS + 2 * MINUTE })
    firstTry.left()
    await pass(5 * MINUTE)
    expect(sent).toHaveLength(1)
  })

  it('is one wish however often it is pressed', async () => {
    const { firstTry, sent, pass } = phone(1_000)
    await Promise.all([firstTry.ask(wanted), firstTry.ask(wanted), firstTry.ask(wanted)])
    await pass(5_000)
    expect(sent).toHaveLength(1)
  })

  it('measures the clock anew when the phone was put away, and sends when it is looked at', async () => {
    const { firstTry, sent, measured, pass, sleep } = phone(MINUTE)
    await firstTry.ask(wanted)
    sleep(3 * MINUTE)
    await pass(MINUTE)
    expect(measured).toHaveLength(1)
    expect(sent).toHaveLength(1)
  })

  it('sends nothing when it was put away for longer than it is meant, and says so', async () => {
    const { firstTry, sent, pass, sleep, late } = phone(MINUTE)
    await firstTry.ask(wanted)
    sleep(12 * MINUTE)
    await firstTry.shown()
    await pass(MINUTE)
    expect(sent).toEqual([])
    expect(late()).toBe(1)
    expect(firstTry.state.getState().asked).toBeNull()
  })

  it.each([5 * MINUTE, -5 * MINUTE])(
    'is neither early nor late when the phone’s clock is set by %d ms meanwhile',
    async (by) => {
      const { firstTry, sent, measured, pass, setClock } = phone(2 * MINUTE)
      await firstTry.ask(wanted)
      await pass(MINUTE)
      setClock(by)
      await pass(2 * MINUTE)
      expect(measured).toHaveLength(1)
      expect(sent.map(({ at }) => at)).toEqual([OPENS + 200])
    },
  )

  it('sends no second one where measuring took longer than the opening', async () => {
    let answer = (): void => undefined
    const { firstTry, sent, pass } = phone(MINUTE, {
      measure: () => new Promise((resolve) => (answer = resolve)),
    })
    await firstTry.ask(wanted)
    void firstTry.shown()
    await pass(2 * MINUTE)
    expect(sent).toHaveLength(1)
    answer()
    await pass(MINUTE)
    expect(sent).toHaveLength(1)
  })
})

describe('too early by the server’s clock', () => {
  it('measures, and tries again under another name, twice; the last time it is told', async () => {
    const { firstTry, sent, measured, pass } = phone(1_000, { answers: [OPENS, OPENS, OPENS] })
    await firstTry.ask(wanted)
    await pass(10_000)
    expect(measured).toHaveLength(2)
    expect(sent.map(({ requestId }) => requestId)).toEqual(['request-1', 'request-2', 'request-3'])
    expect(sent.map(({ mayBeEarly }) => mayBeEarly)).toEqual([true, true, false])
  })

  it('goes by the opening that the server told', async () => {
    const { firstTry, sent, pass } = phone(1_000, { answers: [OPENS + MINUTE] })
    await firstTry.ask(wanted)
    await pass(2 * MINUTE)
    expect(sent.map(({ at }) => at)).toEqual([OPENS + 200, OPENS + MINUTE + 200])
  })
})

describe('asked after the opening', () => {
  it('waits for the rest of the span at most, and goes on when the page is left', async () => {
    const { firstTry, sent, pass } = phone(-100)
    await firstTry.ask(wanted)
    expect(firstTry.state.getState().asked?.beforehand).toBe(false)
    firstTry.left()
    await pass(400)
    expect(sent.map(({ at }) => at)).toEqual([OPENS + 250])
  })

  it('goes at once when that is over', async () => {
    const { firstTry, sent } = phone(-400)
    await firstTry.ask(wanted)
    expect(sent.map(({ at }) => at)).toEqual([OPENS + 400])
  })
})
