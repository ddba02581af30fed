import { CATEGORIES, type Category } from '@/domain/calendar/programme'
import { SEALS } from '@/domain/calendar/seal'
import { FilterChips } from '../filter-chips'

const OPTIONS = CATEGORIES.map((value) => ({ value, label: SEALS[value].name }))

interface CategoryChipsProps {
  value: Category | null
  onChange: (category: Category | null) => void
}

/** What kind of thing: 社区大讲堂 夜校 技能培训 and so on. */
export function CategoryChips(props: CategoryChipsProps) {
  return <FilterChips<Category> label="哪一类" all="各类" options={OPTIONS} {...props} />
}
