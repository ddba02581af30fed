import { useState } from 'react'
import { View } from '@tarojs/components'
import { Section } from '@/ui/section/section'
import { Tiles } from '@/ui/tile/tile'
import { countOf, courseCounts, tileOf } from './desk-words'
import { SavePart } from './save-part'
import { useSaving } from './use-limits'

interface CentreLimitProps {
  centreId: string
  coursesPerTerm: number | null
  refresh: () => Promise<void>
}

/** How many courses of a term the centre gives each person. */
export function CentreLimit({ centreId, coursesPerTerm, refresh }: CentreLimitProps) {
  const saving = useSaving(centreId, refresh)
  const now = tileOf(coursesPerTerm)
  const [chosen, choose] = useState<string | null>(null)
  const value = chosen ?? now
  const save = async () => {
    if (await saving.save({ coursesPerTerm: countOf(value) })) choose(null)
  }
  return (
    <Section title="每人每学期几门课">
      <View className="note limit-how">
        一报就是一学期的课才算一门，按来上课的人算，退了的不算。已经多报了的，不用退。
      </View>
      <Tiles
        label="每人每学期几门课"
        options={courseCounts(coursesPerTerm)}
        value={value}
        onChange={(tile) => {
          saving.forget()
          choose(tile)
        }}
      />
      <SavePart saving={saving} changed={value !== now} onSave={() => void save()} />
    </Section>
  )
}
