import { View } from '@tarojs/components'
import { aria } from '../aria'
import './figures.css'

export interface Figure {
  /** What is counted, in two or three words. */
  name: string
  number: number
}

/** A few numbers side by side, each under what it counts. */
export function Figures({ label, items }: { label: string; items: readonly Figure[] }) {
  return (
    <View className="figures" {...aria({ role: 'list', label })}>
      {items.map(({ name, number }) => (
        <View
          key={name}
          className="figure"
          {...aria({ role: 'listitem', label: `${name} ${number}` })}
        >
          <View className="figure-number number">{`${number}`}</View>
          <View className="figure-name">{name}</View>
        </View>
      ))}
    </View>
  )
}
