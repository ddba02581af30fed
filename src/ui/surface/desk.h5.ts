import { useEffect, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import './desk.h5.css'

const spread = (on: boolean) => document.documentElement.classList.toggle('at-desk', on)

/** While the screen that asks is seen, a browser's column is as wide as a desk allows. */
export function useDesk(): void {
  useDidShow(() => void spread(true))
  useDidHide(() => void spread(false))
  useEffect(() => {
    spread(true)
    return () => void spread(false)
  }, [])
}

const WIDE = '(min-width: 1024px)'

/** Whether there is room for two panes side by side; follows the window. */
export function useWideDesk(): boolean {
  const [wide, setWide] = useState(() => window.matchMedia(WIDE).matches)
  useEffect(() => {
    const look = () => setWide(window.matchMedia(WIDE).matches)
    window.addEventListener('resize', look)
    return () => window.removeEventListener('resize', look)
  }, [])
  return wide
}
