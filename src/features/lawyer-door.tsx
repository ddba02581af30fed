import { Door } from '@/ui/door/door'
import { freeHourInWords } from './calendar/free-hour'
import type { useWeek } from './calendar/use-calendar'
import { go } from './navigation/routes'

interface LawyerDoorProps {
  week: ReturnType<typeof useWeek>
  /** `YYYY-MM-DD` */
  today: string
}

/** 问律师, and when an hour is free in the next days. */
export function LawyerDoor({ week, today }: LawyerDoorProps) {
  return (
    <Door
      seal="legal"
      title="问律师"
      note={freeHourInWords(week.value?.occurrences ?? [], today) ?? '免费，保密'}
      onTap={() => go.consultation('form')}
    />
  )
}
