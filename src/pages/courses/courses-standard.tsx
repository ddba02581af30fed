import { Screen } from '@/ui/screen/screen'
import { CourseFilters } from './course-filters'
import { CourseList } from './course-list'
import { useFoundCourses } from './use-found-courses'

/** 课程 in 标准: what to look for above what there is. */
export function CoursesStandard() {
  const found = useFoundCourses()
  return (
    <Screen tab title="课程" onRefresh={found.list.refresh}>
      <CourseFilters found={found} />
      <CourseList found={found} />
    </Screen>
  )
}
