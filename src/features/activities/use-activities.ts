import { useCallback, useEffect, useState } from 'react'
import type { Audience, Category } from '@/domain/calendar/programme'
import type { Question } from '@/gateway/answers/answers'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { useAnswer } from '../use-answer'
import type { Summary } from './activity-words'

/** What a list of activities is narrowed down to. */
export interface Filter {
  audience: Audience | null
  category: Category | null
  text: string
}

interface Rest {
  of: string
  pages: Summary[][]
  after: string | null
  busy: boolean
  failure: Failure | null
}

function question(centreId: string, filter: Filter): Question<'activities.list'> {
  const text = filter.text.trim()
  return {
    operation: 'activities.list',
    input: {
      centreId,
      ...(filter.category ? { category: filter.category } : {}),
      ...(filter.audience ? { audience: filter.audience } : {}),
      ...(text ? { text } : {}),
    },
    // A search is of the moment; the whole list is worth keeping for the time without network.
    ...(text ? {} : { copy: 'public' as const }),
  }
}

const NO_REST = { pages: [], after: null, busy: false, failure: null }

/** The activities of a centre, page after page. */
export function useActivities(centreId: string | null, filter: Filter) {
  const asked = centreId === null ? null : question(centreId, filter)
  const first = useAnswer(asked)
  // The further pages belong to one first page: another answer begins anew.
  const of = asked ? `${JSON.stringify(asked.input)} ${first.savedAt}` : ''
  const [rest, setRest] = useState<Rest>({ of, ...NO_REST })
  const mine = rest.of === of ? rest : { of, ...NO_REST, after: first.value?.after ?? null }
  useEffect(() => {
    setRest({ of, ...NO_REST, after: first.value?.after ?? null })
    // oxlint-disable-next-line react/exhaustive-deps -- the value changes with its time
  }, [of])

  const more = useCallback(async () => {
    if (!asked || mine.after === null || mine.busy || first.copied) return
    setRest({ ...mine, busy: true, failure: null })
    const reply = await call('activities.list', { ...asked.input, after: mine.after })
    setRest((now) => {
      if (now.of !== of) return now
      if (!reply.ok) return { ...now, busy: false, failure: reply }
      const { activities, after } = reply.value
      return { ...now, busy: false, after, pages: [...now.pages, activities] }
    })
    // oxlint-disable-next-line react/exhaustive-deps -- `mine` and `asked` change with these
  }, [of, mine.after, mine.busy, first.copied])

  const pages = first.value ? [first.value.activities, ...mine.pages] : null
  return { ...first, pages, more, rest: mine }
}
