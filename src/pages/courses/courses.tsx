import { useEffect, useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Copied, Unread } from '@/features/answer-states'
import { AudienceChips } from '@/features/audience-chips'
import { CategoryChips } from '@/features/activities/category-chips'
import { SummaryRows } from '@/features/activities/summary-rows'
import { type Filter, useActivities } from '@/features/activities/use-activities'
import { listWords } from '@/features/activities/wording'
import { useCentre } from '@/features/centres/use-centre'
import { listWords as centreWords } from '@/features/centres/wording'
import { go } from '@/features/navigation/routes'
import { useNow } from '@/features/use-now'
import { Button } from '@/ui/button/button'
import { Empty } from '@/ui/empty/empty'
import { Screen } from '@/ui/screen/screen'
import { SearchField } from '@/ui/search-field/search-field'
import { Skeleton } from '@/ui/skeleton/skeleton'
import './courses.css'

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

/** 课程: everything that still has something to come. */
export default function Courses() {
  const now = useNow()
  const here = useCentre()
  const [filter, setFilter] = useState(ALL)
  const [text, search] = usePaused(filter.text)
  const list = useActivities(here.centre?.centreId ?? null, { ...filter, text })
  useReachBottom(() => void list.more())
  const { pages, rest } = list
  const empty = pages !== null && pages.every((page) => page.length === 0)

  return (
    <Screen tab title="课程" onRefresh={list.refresh}>
      <SearchField
        value={filter.text}
        placeholder="找课程、活动、地方"
        onChange={(typed) => setFilter({ ...filter, text: typed })}
        onSubmit={() => search(filter.text)}
      />
      <View className="courses-chips">
        <AudienceChips
          value={filter.audience}
          onChange={(audience) => setFilter({ ...filter, audience })}
        />
        <CategoryChips
          value={filter.category}
          onChange={(category) => setFilter({ ...filter, category })}
        />
      </View>
      <Copied answer={list} now={now} />
      {empty ? (
        <Empty
          scene="glass"
          title="没找到"
          note="换个词，或者看看全部"
          action={{ label: '看全部', onTap: () => setFilter(ALL) }}
        />
      ) : (
        <View className="courses-pages">
          {(pages ?? []).map((page, index) =>
            page.length > 0 ? (
              <SummaryRows key={index} activities={page} now={now} onOpen={go.activity} />
            ) : null,
          )}
        </View>
      )}
      {rest.after !== null && pages !== null && !empty ? (
        <View className="courses-more">
          <Button kind="quiet" block busy={rest.busy} onTap={() => void list.more()}>
            {rest.failure ? '没连上，再试一次' : '再看一些'}
          </Button>
        </View>
      ) : null}
      {pages === null ? (
        list.failure ? (
          <Unread answer={list} words={listWords} now={now} />
        ) : here.failure && here.centre === null ? (
          <Unread answer={here} words={centreWords} now={now} />
        ) : (
          <Skeleton kind="list" />
        )
      ) : null}
    </Screen>
  )
}
