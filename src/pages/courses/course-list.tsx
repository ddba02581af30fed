import { View } from '@tarojs/components'
import { SummaryRows } from '@/features/activities/summary-rows'
import { listWords } from '@/features/activities/wording'
import { Copied, Unread } from '@/features/answer-states'
import { listWords as centreWords } from '@/features/centres/wording'
import { go } from '@/features/navigation/routes'
import { useNow } from '@/features/use-now'
import { Button } from '@/ui/button/button'
import { Empty } from '@/ui/empty/empty'
import { Skeleton } from '@/ui/skeleton/skeleton'
import type { FoundCourses } from './use-found-courses'

/** What was found, page after page. */
export function CourseList({ found }: { found: FoundCourses }) {
  const now = useNow()
  const { here, list, showAll } = found
  const { pages, rest } = list
  const empty = pages !== null && pages.every((page) => page.length === 0)
  return (
    <>
      <Copied answer={list} now={now} />
      {empty ? (
        <Empty
          scene="glass"
          title="没找到"
          note="换个词，或者看看全部"
          action={{ label: '看全部', onTap: showAll }}
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
    </>
  )
}
