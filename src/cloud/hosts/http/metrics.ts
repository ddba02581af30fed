import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Dependencies } from '@/cloud/handler'
import { measureJobs } from '@/cloud/jobs/job-metrics'
import { PACES } from '@/cloud/pace/pace'
import type { Store } from '@/cloud/store'

/** What a host counts. No label says anything about a person. */
export interface Metrics {
  /** One call that was answered, by its bounded labels. */
  called(operation: string, code: string, seconds: number): void
  /** One file that was sent, by the code of what became of it, and how many bytes came. */
  uploaded(code: string, bytes: number, seconds: number): void
  /** Prometheus' text format and its content type. */
  text(): Promise<{ body: string; type: string }>
}

const LATENCY_BUCKETS_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const UPLOAD_BUCKETS_SECONDS = [0.05, 0.25, 1, 2.5, 5, 10, 20, 40, 60]

export function createMetrics(
  store: Store,
  { shared, pace }: Pick<Dependencies, 'shared' | 'pace'> = {},
): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const calls = new Counter({
    name: 'changlai_calls_total',
    help: 'Calls answered, by operation and by the code of the answer (OK or a refusal).',
    labelNames: ['operation', 'code'],
    registers,
  })
  const duration = new Histogram({
    name: 'changlai_call_duration_seconds',
    help: 'Time from the first byte of a call to its answer, in seconds.',
    labelNames: ['operation'],
    buckets: LATENCY_BUCKETS_SECONDS,
    registers,
  })
  const uploads = new Counter({
    name: 'changlai_uploads_total',
    help: 'Files sent, by the code of the answer (OK or a refusal).',
    labelNames: ['code'],
    registers,
  })
  const uploadedBytes = new Counter({
    name: 'changlai_upload_bytes_total',
    help: 'Bytes of the files sent, taken or not.',
    registers,
  })
  const uploadDuration = new Histogram({
    name: 'changlai_upload_duration_seconds',
    help: 'Time from the first byte of a file to its answer, in seconds.',
    buckets: UPLOAD_BUCKETS_SECONDS,
    registers,
  })
  new Gauge({
    name: 'changlai_database_connections',
    help: 'Connections of the pool to the database, and requests waiting for one.',
    labelNames: ['state'],
    registers,
    collect() {
      const { totalCount, idleCount, waitingCount } = store.pool
      this.set({ state: 'busy' }, totalCount - idleCount)
      this.set({ state: 'idle' }, idleCount)
      this.set({ state: 'waiting' }, waitingCount)
    },
  })
  new Counter({
    name: 'changlai_slowed_calls_total',
    help: 'Calls of people beyond the pace of hands: what they do for themselves (own), by a role (work), or look at (look).',
    labelNames: ['kind'],
    registers,
    collect() {
      this.reset()
      for (const kind of PACES) this.inc({ kind }, pace?.refused(kind) ?? 0)
    },
  })
  new Counter({
    name: 'changlai_shared_answers_total',
    help: 'Answers that are the same for everybody: all that were given (shown), and those asked of the database (asked).',
    labelNames: ['part'],
    registers,
    collect() {
      this.reset()
      this.inc({ part: 'shown' }, shared?.counts.shown ?? 0)
      this.inc({ part: 'asked' }, shared?.counts.asked ?? 0)
    },
  })
  // Last: what it asks of the database does not count as waiting for it.
  measureJobs(registry, store)
  return {
    called(operation, code, seconds) {
      calls.inc({ operation, code })
      duration.observe({ operation }, seconds)
    },
    uploaded(code, bytes, seconds) {
      uploads.inc({ code })
      uploadedBytes.inc(bytes)
      uploadDuration.observe(seconds)
    },
    text: async () => ({ body: await registry.metrics(), type: registry.contentType }),
  }
}
