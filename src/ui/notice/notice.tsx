import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { create } from 'zustand'
import { useAppearance } from '../appearance'
import { aria } from '../aria'
import './notice.css'

interface Notice {
  text: string
  /** Grows with each notice, so that the same words twice are two notices. */
  turn: number
}

const useNotice = create<Notice>(() => ({ text: '', turn: 0 }))

/** Says something short for a few seconds, on whatever screen is shown. */
export function notice(text: string) {
  useNotice.setState(({ turn }) => ({ text, turn: turn + 1 }))
}

/** Where notices appear; every Screen holds one. */
export function NoticeHost() {
  const { text, turn } = useNotice()
  const patient = useAppearance(({ scale }) => scale) === 'large'
  useEffect(() => {
    if (!text) return
    const timer = setTimeout(() => useNotice.setState({ text: '' }), patient ? 6000 : 3200)
    return () => clearTimeout(timer)
  }, [text, turn, patient])
  return (
    <View className="notice-host" {...aria({ role: 'status', live: 'polite' })}>
      {text ? (
        <View key={turn} className="notice">
          {text}
        </View>
      ) : null}
    </View>
  )
}
