import type { Arrival, Transport } from '../../../src/gateway/call/wire'
import type { Chance } from './chance'
import type { Host } from './host'
import type { Run, Scheduler } from './scheduler'
import type { Asked } from './watch/seen'

/** How the network treats messages: how long they take usually (ms), and how often something befalls them. */
export interface Ways {
  usual: number
  lost: number
  copied: number
  /** How often one takes seconds. */
  stuck: number
  /** How often another wish is sent under the same requestId, as only a broken client does. */
  muddled: number
}

/** How long a copy of a message may be on its way. */
const LATE_MS = 2_000

/** Between phones and hosts: a balancer that knows nothing, and ways on which messages are lost. */
export class Network {
  isCalm = false

  constructor(
    private readonly scheduler: Scheduler,
    private readonly chance: Chance,
    private readonly hosts: readonly Host[],
    private readonly ways: Ways,
  ) {}

  /** How a phone sends in one run of its app. */
  transportOf(run: Run, subject: string): Transport {
    return (request, timeoutMs) =>
      new Promise<Arrival>((resolve) => {
        const { scheduler } = this
        let isOver = false
        const arrive = (arrival: Arrival) => {
          if (isOver) return
          isOver = true
          late.cancel()
          resolve(arrival)
        }
        const late = scheduler.after(timeoutMs, run, 'waits for an answer no longer', () =>
          arrive({ kind: 'lost', reason: 'TIMEOUT' }),
        )
        const asked = request as unknown as Asked & { client?: string }
        const { client: _, ...sent } = asked
        const { operation, input, requestId } = sent
        const host = this.chance.one(this.hosts)
        const copies = !this.isCalm && this.chance.isIt(this.ways.copied) ? 3 : 1
        for (let copy = 0; copy < copies; copy += 1) {
          const to = copy > 0 ? this.chance.one(this.hosts) : host
          this.send(run, subject, sent, arrive, copy > 0, to)
        }
        if (this.isCalm || operation !== 'seats.book' || !this.chance.isIt(this.ways.muddled))
          return
        const other = input.attendeeIds ? {} : { attendeeIds: ['self'] }
        const muddled = { operation, input: { poolId: input.poolId!, ...other }, requestId }
        this.send(run, subject, muddled, () => {}, false, host)
      })
  }

  private send(
    run: Run,
    subject: string,
    asked: Asked,
    arrive: (arrival: Arrival) => void,
    isCopy: boolean,
    host: Host,
  ): void {
    const { scheduler, chance, ways } = this
    if (!this.isCalm && chance.isIt(ways.lost)) return
    const what = `${asked.operation} of ${run.name} comes to a host`
    const late = isCopy && chance.isIt(0.5) ? chance.delay(LATE_MS) : 0
    scheduler.after(this.time() + late, null, what, () => {
      if (!host.isUp) {
        scheduler.after(this.time(), run, 'is told that nobody is there', () =>
          arrive({ kind: 'lost', reason: 'NETWORK' }),
        )
        return
      }
      const answer = (body: unknown) => {
        if (!this.isCalm && chance.isIt(ways.lost)) return
        const code = (body as { code?: string }).code ?? 'OK'
        scheduler.after(this.time(), run, `hears ${code}`, () => arrive({ kind: 'answer', body }))
      }
      host.receive(subject, asked, answer).catch((error: Error) => scheduler.fail(error))
    })
  }

  private time(): number {
    const { usual, stuck } = this.ways
    return this.chance.delay(!this.isCalm && this.chance.isIt(stuck) ? 6_000 : usual)
  }
}
