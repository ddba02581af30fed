import type { Output } from '@/contract'
import { EMPTY_DRAFT, type Draft, type Slot } from '@/features/consultation/draft'
import type { Brief } from '@/features/consultation/brief-words'

export const NOW = new Date('2026-11-24T09:00:00+08:00').getTime()

export const slot = (more: Partial<Slot> = {}): Slot => ({
  poolId: 'nongye.p1',
  startsAt: '2026-11-26T14:00:00+08:00',
  endsAt: '2026-11-26T14:30:00+08:00',
  place: '一楼接待室',
  channels: ['in-person', 'phone'],
  ...more,
})

export const brief = (more: Partial<Brief> = {}): Brief => ({
  consultationId: 'nongye.c1',
  centreId: 'nongye',
  centreName: '农业银行社区',
  service: 'legal',
  state: 'received',
  urgent: false,
  createdAt: '2026-11-23T20:00:00+08:00',
  meeting: null,
  awaiting: null,
  dueAt: '2026-11-30T18:00:00+08:00',
  closedAt: null,
  outcome: null,
  ...more,
})

export const draft = (more: Partial<Draft> = {}): Draft => ({ ...EMPTY_DRAFT, ...more })

export const numbers = (
  closed: [number | null, number | null],
  more: Partial<Output<'consultation.statistics'>> = {},
): Output<'consultation.statistics'> => ({
  services: [
    { service: 'legal', closed: closed[0], settled: null },
    { service: 'mediation', closed: closed[1], settled: closed[1] && 12 },
  ],
  kinds: [],
  satisfaction: null,
  ...more,
})
