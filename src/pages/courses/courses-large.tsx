import { useState } from 'react'
import { scrollToTop } from '@/features/page-top'
import { Button } from '@/ui/button/button'
import { Screen } from '@/ui/screen/screen'
import { CourseFilters } from './course-filters'
import { CourseList } from './course-list'
import { useFoundCourses } from './use-found-courses'

/** 课程 in 大字: what there is, at once; how to look for something else is one tap away, at the foot. */
export function CoursesLarge() {
  const found = useFoundCourses()
  const [looking, setLooking] = useState(false)
  const turn = (on: boolean): void => {
    if (!on) found.showAll()
    setLooking(on)
    // What to look for stands at the beginning, wherever she had come to.
    scrollToTop()
  }
  return (
    <Screen
      tab
      title={looking ? '找一找' : '课程'}
      onRefresh={found.list.refresh}
      footer={
        looking ? (
          <Button kind="ghost" block onTap={() => turn(false)}>
            不找了，看全部
          </Button>
        ) : (
          <Button kind="ghost" block icon="search" onTap={() => turn(true)}>
            找一找
          </Button>
        )
      }
    >
      {looking ? <CourseFilters found={found} /> : null}
      <CourseList found={found} />
    </Screen>
  )
}
