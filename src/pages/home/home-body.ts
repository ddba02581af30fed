import type { useWeek } from '@/features/calendar/use-calendar'
import type { Centre } from '@/features/centres/current-centre'
import type { Mine } from '@/features/seats/use-mine'

/** What 首页 is drawn from, in either scale. */
export interface HomeBodyProps {
  centre: Centre
  week: ReturnType<typeof useWeek>
  mine: Mine
  /** `YYYY-MM-DD` */
  today: string
  /** Milliseconds since the epoch. */
  now: number
  /** Offers the maps of the web, where WeChat's own cannot be opened. */
  onWay: () => void
}
