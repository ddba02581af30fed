import { CATEGORIES, type Category } from '@/domain/calendar/programme'
import { SEALS } from '@/domain/calendar/seal'
import { Chip, ChipRow } from '@/ui/chip/chip'

interface CategoryChipsProps {
  value: Category | null
  onChange: (category: Category | null) => void
}

/** What kind of thing: 社区大讲堂 夜校 技能培训 and so on. */
export function CategoryChips({ value, onChange }: CategoryChipsProps) {
  return (
    <ChipRow label="哪一类">
      <Chip selected={value === null} onTap={() => onChange(null)}>
        各类
      </Chip>
      {CATEGORIES.map((category) => (
        <Chip key={category} selected={value === category} onTap={() => onChange(category)}>
          {SEALS[category].name}
        </Chip>
      ))}
    </ChipRow>
  )
}
