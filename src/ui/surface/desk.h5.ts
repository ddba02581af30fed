import { useEffect } from 'react'
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
