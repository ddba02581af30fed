import { useEffect, useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { type Filter, useActivities } from '@/features/activities/use-activities'
import { useCentre } from '@/features/centres/use-centre'

const ALL: Filter = { audience: null, category: null, text: '' }
/** Somebody still typing is not answered letter by letter. */
const PAUSE_MS = 400

function usePaused(text: string): [string, (text: string) => void] {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return [paused, setPaused]
}

/** What 课程 shows, and what it is narrowed down to. */
export function useFoundCourses() {
  const here = useCentre()
  const [filter, setFilter] = useState(ALL)
  const [text, search] = usePaused(filter.text)
  const list = useActivities(here.centre?.centreId ?? null, { ...filter, text })
  useReachBottom(() => void list.more())
  return {
    ...{ here, filter, list },
    narrow: (change: Partial<Filter>) => setFilter({ ...filter, ...change }),
    showAll: () => setFilter(ALL),
    searchNow: () => search(filter.text),
  }
}

export type FoundCourses = ReturnType<typeof useFoundCourses>
