import { View } from '@tarojs/components'
import { aria } from '../aria'
import './skeleton.css'

type Kind = 'home' | 'list' | 'calendar' | 'detail' | 'ticket' | 'stations'

interface BlockProps {
  /** Percent of the line. */
  width?: number
  /** In px. */
  height?: number
}

const Line = ({ width = 60, height = 16 }: BlockProps) => (
  <View className="bone" style={{ width: `${width}%`, height: `${height}px` }} />
)

const Block = ({ height = 96 }: BlockProps) => (
  <View className="bone bone-card" style={{ height: `${height}px` }} />
)

function RowBones({ rows }: { rows: number }) {
  return (
    <View className="bones-card">
      {Array.from({ length: rows }, (_, index) => (
        <View key={index} className="bones-row">
          <View className="bone bone-seal" />
          <View className="bones-words">
            <Line width={58} height={16} />
            <Line width={38} />
          </View>
        </View>
      ))}
    </View>
  )
}

const shapes: Record<Kind, JSX.Element> = {
  home: (
    <>
      <Line width={44} height={28} />
      <Line width={66} />
      <Block height={168} />
      <Line width={32} height={20} />
      <RowBones rows={3} />
    </>
  ),
  list: <RowBones rows={6} />,
  calendar: (
    <>
      <Line width={52} height={28} />
      <Block height={360} />
      <RowBones rows={2} />
    </>
  ),
  detail: (
    <>
      <View className="bones-row">
        <View className="bone bone-seal bone-seal-large" />
        <View className="bones-words">
          <Line width={70} height={24} />
          <Line width={46} />
        </View>
      </View>
      <Block height={132} />
      <Block height={180} />
    </>
  ),
  stations: (
    <>
      <Line width={48} height={28} />
      <Line width={66} />
      <Block height={248} />
      <Block height={112} />
      <Block height={112} />
    </>
  ),
  ticket: (
    <>
      <View className="bone bone-square" />
      <Line width={50} height={28} />
      <Block height={140} />
    </>
  ),
}

/** The layout to come, without its words, while they are on their way. */
export function Skeleton({ kind }: { kind: Kind }) {
  return (
    <View className={`bones bones-${kind}`} {...aria({ role: 'status', label: '正在打开' })}>
      {shapes[kind]}
    </View>
  )
}
