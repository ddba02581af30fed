import { useEffect, useRef, type ReactNode } from 'react'
import { View } from '@tarojs/components'

interface StateProps {
  /** What state it is in. */
  name: string
  /** As while a finger is on it. */
  pressed?: boolean
  children?: ReactNode
}

/** One state of a part, under its name. */
export function State({ name, pressed = false, children }: StateProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!pressed) return
    for (const tapped of Array.from(place.current?.querySelectorAll('.tap, .button') ?? [])) {
      tapped.classList.add('tap-hover')
    }
  }, [pressed])
  return (
    <View className="gallery-state">
      <View className="note">{name}</View>
      <div ref={place}>{children}</div>
    </View>
  )
}

/** A piece of screen of its own, for what lies over one. */
export function Stage({ children }: { children?: ReactNode }) {
  return <View className="gallery-stage">{children}</View>
}

/** All of a union: one that is missing, or is none of it, is a mistake of types. */
export const all = <Name extends string>(names: Record<Name, true>): Name[] =>
  Object.keys(names) as Name[]

/** For what is tapped here and leads nowhere. */
export const nothing = (): void => undefined

export const LONG = '农业银行社区党群服务中心二楼多功能厅旁的书画教室'
