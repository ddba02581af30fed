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
  /** Said just now: nobody has read it and left. */
  isFresh: boolean
}

/** In 标准: four characters a second, and time to look up. */
const LOOK_UP_MS = 3000
const CHARACTER_MS = 250
/** Who leaves within it has not read and gone: what was done led away, and it is told where it led. */
const FRESH_MS = 1000

const useNotice = create<Notice>(() => ({ text: '', turn: 0, isFresh: false }))

const close = (): void => useNotice.setState({ text: '' })

let ageing: ReturnType<typeof setTimeout> | undefined

/** Says something short, on whatever screen is shown, until it is closed; in 标准 until it was read. */
export function notice(text: string) {
  clearTimeout(ageing)
  useNotice.setState(({ turn }) => ({ text, turn: turn + 1, isFresh: true }))
  ageing = setTimeout(() => useNotice.setState({ isFresh: false }), FRESH_MS)
}

function leave(): void {
  if (!useNotice.getState().isFresh) close()
}

/** For a screen: what was said on it stays behind when it is left, covered or gone. */
export function useOwnNotice(): void {
  useDidHide(leave)
  useEffect(() => leave, [])
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
