import type { Fact } from '@/ui/facts/facts'
import type { Activity } from './activity-words'

const TERM = '学期是 2–7 月、8–1 月，退了的不算'

/** What keeps seats fair, said before anybody tries: at most so many a term, one of parallel classes. */
export function limitFacts({ limits }: Pick<Activity, 'limits'>): Fact[] {
  if (!limits) return []
  const { coursesPerTerm, seatsPerTerm, parallel } = limits
  const most = [
    ...(seatsPerTerm === null ? [] : [`每人每学期最多报 ${seatsPerTerm} 次`]),
    ...(coursesPerTerm === null ? [] : [`每人每学期最多报 ${coursesPerTerm} 门课`]),
  ]
  return [
    ...most.map((title) => ({ icon: 'ticket' as const, title, note: TERM })),
    ...(parallel.length === 0
      ? []
      : [
          {
            icon: 'swap' as const,
            title: `这 ${parallel.length + 1} 个班，一人只能报一个`,
            note: `另外${parallel.length === 1 ? '一个' : '几个'}是：${parallel.map(({ title }) => title).join('、')}`,
          },
        ]),
  ]
}
