import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { givesInWords, missingOf, slotsByDay } from './hours-draft'
import type { useHours } from './use-hours'
import './publish-foot.css'

interface PublishFootProps {
  hours: ReturnType<typeof useHours>
  month: string
}

/** What the month will give, counted, and the tap that publishes it at once. */
export function PublishFoot({ hours, month }: PublishFootProps) {
  const { draft, busy, publish, answer } = hours
  const days = slotsByDay(draft, month, answer.value?.restDays ?? [])
  const missing = missingOf(draft)
  return (
    <>
      <View className="publish-gives">{givesInWords(days)}</View>
      <Button
        kind="private"
        block
        busy={busy === 'publishing'}
        disabled={missing !== null}
        onTap={() => void publish()}
      >
        {missing ?? `发布 ${Number(month.slice(5))} 月`}
      </Button>
    </>
  )
}
