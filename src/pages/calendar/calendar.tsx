import { useAppearance } from '@/ui/appearance'
import { CalendarLarge } from './calendar-large'
import { CalendarStandard } from './calendar-standard'

/** 日历: a month at a glance; in 大字 what is on today, and one tap on what comes after. */
export default function Calendar() {
  const large = useAppearance(({ scale }) => scale) === 'large'
  return large ? <CalendarLarge /> : <CalendarStandard />
}
