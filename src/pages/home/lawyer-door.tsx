import { freeHourInWords } from '@/features/calendar/free-hour'
import { go } from '@/features/navigation/routes'
import { Door } from '@/ui/door/door'
import type { HomeBodyProps } from './home-body'

/** 问律师, and when an hour is free in the next days. */
export function LawyerDoor({ week, today }: Pick<HomeBodyProps, 'week' | 'today'>) {
  return (
    <Door
      seal="legal"
      title="问律师"
      note={freeHourInWords(week.value?.occurrences ?? [], today) ?? '免费，保密'}
      onTap={() => go.consultation('form')}
    />
  )
}
