import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import './state-line.css'

interface StateLineProps {
  names: readonly string[]
  /** The step it stands at, from 0. */
  at: number
}

/** The way that everything takes, and how far this one has come. */
export function StateLine({ names, at }: StateLineProps) {
  return (
    <View
      className="state-line"
      {...aria({ role: 'img', label: `${names.join('，')}。现在在${names[at] ?? ''}` })}
    >
      {names.map((name, index) => (
        <View
          key={name}
          className={`state-step${index <= at ? ' state-done' : ''}${index === at ? ' state-now' : ''}`}
          {...aria({ hidden: true })}
        >
          <View className="state-dot" />
          <View className="state-name">{name}</View>
        </View>
      ))}
    </View>
  )
}
