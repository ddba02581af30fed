import { useMemo } from 'react'
import { View } from '@tarojs/components'
import { aria } from '../aria'
import { qrDataUri } from './qr'
import './check-in-code.css'

interface CheckInCodeProps {
  /** Eight letters and digits. */
  code: string
  /** The code in letters alone, where there is no room for the square. */
  plain?: boolean
  /** What the square says, where that is more than the letters. */
  text?: string
}

/** The check-in code to hold up at the door: a square for a scanner, letters for a person. */
export function CheckInCode({ code, plain = false, text = code }: CheckInCodeProps) {
  const square = useMemo(() => (plain ? '' : qrDataUri(text)), [text, plain])
  return (
    <View
      className="check-in"
      {...aria({ role: 'img', label: `签到码 ${Array.from(code).join(' ')}` })}
    >
      {plain ? null : (
        <View className="check-in-square" style={{ backgroundImage: `url("${square}")` }} />
      )}
      <View className="check-in-letters">
        {code.slice(0, 4)}
        <View className="check-in-gap" />
        {code.slice(4)}
      </View>
    </View>
  )
}
