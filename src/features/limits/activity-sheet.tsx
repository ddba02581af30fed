import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { type Fact, Facts } from '@/ui/facts/facts'
import { Sheet } from '@/ui/sheet/sheet'
import { firstUntil, groupInWords, type Limited } from './desk-words'
import { type Part, PART_TITLES, PartForm } from './part-form'
import { useSaving } from './use-limits'
import './limits.css'

interface ActivitySheetProps {
  /** Null closes it. */
  limited: Limited | null
  all: readonly Limited[]
  centreId: string
  now: number
  refresh: () => Promise<void>
  onClose: () => void
}

/** What limits one activity, and one thing of it at a time to be changed. */
export function ActivitySheet(props: ActivitySheetProps) {
  const { limited, all, centreId, now, refresh, onClose } = props
  const [part, setPart] = useState<Part | null>(null)
  const saving = useSaving(centreId, refresh)
  const activityId = limited?.activityId ?? null
  useEffect(() => {
    setPart(null)
  }, [activityId])
  if (limited === null) return null
  const close = (): void => {
    saving.forget()
    if (part === null) onClose()
    else setPart(null)
  }
  return (
    <Sheet open title={part === null ? limited.title : PART_TITLES[part]} onClose={close}>
      {part === null ? (
        <>
          <View className="note number limit-how">{limited.ruleInWords}</View>
          <Facts items={factsOf(limited, all, now, setPart)} />
        </>
      ) : (
        <PartForm
          key={part}
          part={part}
          limited={limited}
          all={all}
          now={now}
          saving={saving}
          onSaved={() => setPart(null)}
        />
      )}
    </Sheet>
  )
}

function factsOf(
  limited: Limited,
  all: readonly Limited[],
  now: number,
  onTap: (part: Part) => void,
): Fact[] {
  const { seatsPerTerm, residentsFirstUntil } = limited
  const fact = (icon: Fact['icon'], part: Part, note: string): Fact => ({
    ...{ icon, title: PART_TITLES[part], note },
    ...{ label: `${PART_TITLES[part]}，${note}`, onTap: () => onTap(part) },
  })
  return [
    fact('ticket', 'seats', seatsPerTerm === null ? '不限' : `最多 ${seatsPerTerm} 次`),
    fact('swap', 'group', groupInWords(limited, all)),
    fact(
      'home',
      'residents',
      residentsFirstUntil === null ? '不留，谁都能报' : firstUntil(residentsFirstUntil, now),
    ),
  ]
}
