import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import type { Sentence } from './refusal-words'
import './sentence-sheet.css'

interface SentenceSheetProps {
  sentence: Sentence | null
  /** What helps on, if anything does by a tap. */
  action?: { label: string; onTap: () => void } | null
  onClose: () => void
}

/** What happened and what to do next. */
export function SentenceSheet({ sentence, action, onClose }: SentenceSheetProps) {
  return (
    <Sheet open={sentence !== null} title={sentence?.title ?? ''} onClose={onClose}>
      <View className="sentence-next number">{sentence?.next}</View>
      <View className="sentence-answers">
        {action ? (
          <Button
            block
            onTap={() => {
              onClose()
              action.onTap()
            }}
          >
            {action.label}
          </Button>
        ) : null}
        <Button kind="ghost" block onTap={onClose}>
          知道了
        </Button>
      </View>
    </Sheet>
  )
}
