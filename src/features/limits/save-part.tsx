import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import type { Saving } from './use-limits'
import './limits.css'

interface SavePartProps {
  saving: Saving
  /** Whether there is anything to save. */
  changed: boolean
  onSave: () => void
}

/** Why it was not saved, if so, and the button that saves. */
export function SavePart({ saving, changed, onSave }: SavePartProps) {
  const { problem, busy } = saving
  return (
    <View className="limit-save">
      {problem ? (
        <View className="limit-problem" {...aria({ role: 'alert' })}>
          <View className="limit-why">{problem.title}</View>
          <View className="number">{problem.next}</View>
        </View>
      ) : null}
      <Button block busy={busy} disabled={!changed} onTap={onSave}>
        {busy ? '正在保存' : changed ? '保存' : '没有要改的'}
      </Button>
    </View>
  )
}
