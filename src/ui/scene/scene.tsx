import { View } from '@tarojs/components'
import { aria } from '../aria'
import type { SceneName } from './scene-name'
import './scenes.css'
import './scene.css'

/** A small drawing for where there is nothing to show. Words beside it say it, so it is not read aloud. */
export function Scene({ name }: { name: SceneName }) {
  return (
    <View className={`scene scene-${name}`} {...aria({ hidden: true })}>
      <View className="scene-part scene-wash" />
      <View className="scene-part scene-line" />
      <View className="scene-part scene-seal" />
    </View>
  )
}
