import { dayInWords } from '@/domain/time/words'
import { go } from '@/features/navigation/routes'
import { Door } from '@/ui/door/door'
import type { HomeBodyProps } from './home-body'

/** 问律师, and on which of the next days an hour is free when this phone knows. */
export function LawyerDoor({ week, today }: Pick<HomeBodyProps, 'week' | 'today'>) {
  const free = week.value?.occurrences.find(
    // Mediation is of the same category; only its title tells.
    ({ category, poolState, title }) =>
      category === 'legal' && poolState === 'open' && title.includes('律'),
  )
  return (
    <Door
      seal="legal"
      title="问律师"
      note={free ? `${dayInWords(free.startsAt.slice(0, 10), today)}有空` : '免费，保密'}
      onTap={() => go.consultation('form')}
    />
  )
}
