import { View } from '@tarojs/components'
import { Button } from '../button/button'
import { Scene } from '../scene/scene'
import type { SceneName } from '../scene/scene-name'
import './empty.css'

interface EmptyProps {
  /** What stands above the words. */
  scene: SceneName
  title: string
  /** What can be done next, in a sentence. */
  note?: string
  action?: { label: string; onTap: () => void }
}

/** Nothing here, and what to do next. */
export function Empty({ scene, title, note, action }: EmptyProps) {
  return (
    <View className="empty">
      <Scene name={scene} />
      <View className="empty-title">{title}</View>
      {note ? <View className="empty-note">{note}</View> : null}
      {action ? (
        <View className="empty-action">
          <Button kind="ghost" onTap={action.onTap}>
            {action.label}
          </Button>
        </View>
      ) : null}
    </View>
  )
}
