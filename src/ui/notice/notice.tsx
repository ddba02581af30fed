import { useEffect } from 'react'
import { useDidHide } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { create } from 'zustand'
import { useAppearance } from '../appearance'
import { aria } from '../aria'
import { Icon } from '../icon/icon'
import { Tap } from '../tap/tap'
import './notice.css'

interface Notice {
  text: string
  /** Grows with each notice, so that the same words twice are two notices. */
  turn: number
  /** When it was said, by this phone's clock. */
  at: number
}

/** In 标准: four characters a second, and time to look up. */
const LOOK_UP_MS = 3000
const CHARACTER_MS = 250
/** Nobody reads and leaves so soon: what was done led away by itself, and it is told where it led. */
const FOR_THE_NEXT_MS = 1000

const useNotice = create<Notice>(() => ({ text: '', turn: 0, at: 0 }))

const close = (): void => useNotice.setState({ text: '' })

/** Says something short, on whatever screen is shown, until it is closed; in 标准 until it was read. */
export function notice(text: string) {
  useNotice.setState(({ turn }) => ({ text, turn: turn + 1, at: Date.now() }))
}

/**
 * Where notices appear, in the flow: every Screen has it under its bar, every Sheet under its title; below
 * another one it is silent, so that nothing is said twice.
 * In 大字 nothing goes by itself: what moves up under a slow thumb is another door than it aimed at.
 */
export function NoticeHost({ onTop }: { onTop: boolean }) {
  const { text, turn } = useNotice()
  const patient = useAppearance(({ scale }) => scale) === 'large'
  useEffect(() => {
    if (!text || patient) return
    const timer = setTimeout(close, LOOK_UP_MS + text.length * CHARACTER_MS)
    return () => clearTimeout(timer)
  }, [text, turn, patient])
  useDidHide(() => {
    if (Date.now() - useNotice.getState().at > FOR_THE_NEXT_MS) close()
  })
  return (
    <View className="notice-host" {...aria({ role: 'status', live: 'polite' })}>
      {text && onTop ? (
        <View key={turn} className="notice">
          <View className="notice-words">{text}</View>
          <Tap className="notice-close" label="收起这句话" onTap={close}>
            <Icon name="close" size={patient ? 28 : 20} />
          </Tap>
        </View>
      ) : null}
    </View>
  )
}
