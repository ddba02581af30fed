import { useEffect, useRef } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { sayLater } from './use-unanswered'

/**
 * Where an answer arrives that took a while: on the page that asked; once that is looked at again,
 * where another lies over it; or, where it was left, as a sentence that is read later.
 */
export function useArrival(): (here: () => void, later: string) => void {
  const place = useRef<'here' | 'hidden' | 'left'>('here')
  const kept = useRef<(() => void) | null>(null)
  useDidShow(() => {
    place.current = 'here'
    kept.current?.()
    kept.current = null
  })
  useDidHide(() => {
    place.current = 'hidden'
  })
  useEffect(
    () => () => {
      place.current = 'left'
    },
    [],
  )
  return (here, later) => {
    if (place.current === 'left') sayLater(later)
    else if (place.current === 'hidden') kept.current = here
    else here()
  }
}
