import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import type { Sentence } from '../refusal-words'
import './problem-sheet.css'

interface ProblemSheetProps {
  sentence: Sentence | null
  /** What helps on by a tap, the first before the others. */
  actions?: readonly { label: string; onTap: () => void }[]
  onClose: () => void
}

/** What happened, what is safe, and what helps on. */
export function ProblemSheet({ sentence, actions = [], onClose }: ProblemSheetProps) {
  return (
    <Sheet open={sentence !== null} title={sentence?.title ?? ''} onClose={onClose}>
      <View className="problem-next number">{sentence?.next}</View>
      <View className="problem-acts">
        {actions.map(({ label, onTap }, index) => (
          <Button
            key={label}
            kind={index === 0 ? 'private' : 'ghost'}
            block
            onTap={() => {
              onClose()
              onTap()
            }}
          >
            {label}
          </Button>
        ))}
        <Button kind={actions.length > 0 ? 'quiet' : 'ghost'} block onTap={onClose}>
          {actions.length > 0 ? '先放着' : '知道了'}
        </Button>
      </View>
    </Sheet>
  )
}
