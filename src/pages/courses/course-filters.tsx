import { View } from '@tarojs/components'
import { CategoryChips } from '@/features/activities/category-chips'
import { AudienceChips } from '@/features/audience-chips'
import { SearchField } from '@/ui/search-field/search-field'
import type { FoundCourses } from './use-found-courses'

/** By what the list is narrowed down: a word, whom it is for, what kind of thing. */
export function CourseFilters({ found }: { found: FoundCourses }) {
  const { filter, narrow, searchNow } = found
  return (
    <>
      <SearchField
        value={filter.text}
        placeholder="找课程、活动、地方"
        onChange={(text) => narrow({ text })}
        onSubmit={searchNow}
      />
      <View className="courses-chips">
        <AudienceChips value={filter.audience} onChange={(audience) => narrow({ audience })} />
        <CategoryChips value={filter.category} onChange={(category) => narrow({ category })} />
      </View>
    </>
  )
}
