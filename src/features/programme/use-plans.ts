import { useCallback, useState } from 'react'
import type { Input } from '@/contract'
import { call } from '@/gateway/call/call'
import type { Question } from '@/gateway/answers/answers'
import { useAnswer } from '../use-answer'
import type { Summary } from './saving-words'

/** One activity as it is planned; null asks nothing. */
export function usePlan(activityId: string | null) {
  const question: Question<'programme.get'> | null =
    activityId === null ? null : { operation: 'programme.get', input: { activityId } }
  return useAnswer(question)
}

/** As many places as one chooses among at a glance. */
const PLACES = 6

/** Where a centre holds what it offers, each place once; nothing while that is not known. */
export function usePlaces(centreId: string): string[] {
  const question: Question<'programme.list'> | null =
    centreId === '' ? null : { operation: 'programme.list', input: { centreId } }
  const places = useAnswer(question).value?.activities.flatMap(({ place }) => place || []) ?? []
  return [...new Set(places)].slice(0, PLACES)
}

interface Rest {
  of: string
  more: Summary[]
  after: string | null
  busy: boolean
}

/** What a centre offers, narrowed down; the first 50, and 50 more on demand. */
export function usePlans(input: Input<'programme.list'>) {
  const first = useAnswer<'programme.list'>({ operation: 'programme.list', input })
  const of = `${JSON.stringify(input)} ${first.savedAt}`
  const [rest, setRest] = useState<Rest>({ of: '', more: [], after: null, busy: false })
  const fresh = { of, more: [], after: first.value?.after ?? null, busy: false }
  const mine = rest.of === of ? rest : fresh
  const { after, busy } = mine
  const more = useCallback(async (): Promise<void> => {
    if (after === null || busy) return
    setRest({ ...mine, busy: true })
    const reply = await call('programme.list', { ...input, after })
    setRest((now) => {
      if (now.of !== of) return now
      if (!reply.ok) return { ...now, busy: false }
      const { activities, after: next } = reply.value
      return { of, more: [...now.more, ...activities], after: next, busy: false }
    })
    // oxlint-disable-next-line react/exhaustive-deps -- `of` changes with all the rest
  }, [of, after, busy])
  return {
    first,
    activities: [...(first.value?.activities ?? []), ...mine.more],
    more: after === null ? null : more,
    busy,
  }
}
