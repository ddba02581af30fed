import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Icon } from '@/ui/icon/icon'
import { Tap } from '@/ui/tap/tap'
import './private-words.css'

interface PrivateWordsProps {
  /** What lies under it, in words that tell nothing. */
  title: string
  children: ReactNode
}

/** Words that are shown once their owner has looked around and tapped. */
export function PrivateWords({ title, children }: PrivateWordsProps) {
  const [open, setOpen] = useState(false)
  return (
    <View className="private-words">
      <Tap
        className="private-head"
        expanded={open}
        label={open ? `收起${title}` : `${title}，点一下才显示`}
        onTap={() => setOpen(!open)}
      >
        <Icon name="lock" />
        <View className="private-title">{title}</View>
        <View className="note">{open ? '收起' : '点一下才显示'}</View>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} size={16} />
      </Tap>
      {open ? <View className="private-body">{children}</View> : null}
    </View>
  )
}
