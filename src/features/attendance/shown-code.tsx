import { View } from '@tarojs/components'
import { CODE_PERIOD } from '@/domain/attendance/one-time-code'
import { shownText } from '@/domain/attendance/shown-code'
import { SECOND } from '@/domain/time/instant'
import { aria } from '@/ui/aria'
import { CheckInCode } from '@/ui/check-in-code/check-in-code'
import { useOneTimeCode } from './use-one-time-code'
import './shown-code.css'

interface ShownCodeProps {
  /** Eight letters and digits. */
  code: string
  /** What the changing digits are made of; none in a booking that is not one's own. */
  secret: string | null | undefined
}

/** What is held up at the door: the square that changes every 30 seconds, and both codes to read out. */
export function ShownCode({ code, secret }: ShownCodeProps) {
  return secret ? <Changing code={code} secret={secret} /> : <CheckInCode code={code} />
}

function Changing({ code, secret }: { code: string; secret: string }) {
  const { digits, secondsLeft } = useOneTimeCode(secret)
  const [first, last] = [digits.slice(0, 3), digits.slice(3)]
  const part = Math.round((secondsLeft * SECOND * 100) / CODE_PERIOD)
  return (
    <View className="shown-code">
      <CheckInCode code={code} text={shownText({ checkInCode: code, oneTimeCode: digits })} />
      <View
        className="shown-digits"
        {...aria({ role: 'img', label: `动态码 ${Array.from(digits).join(' ')}` })}
      >
        <View>{first}</View>
        <View>{last}</View>
      </View>
      <View className="shown-bar" {...aria({ hidden: true })}>
        <View className="shown-left" style={{ width: `${part}%` }} />
      </View>
      <View className="note number shown-words">{`${secondsLeft} 秒后自己换一张，没有网也能用`}</View>
    </View>
  )
}
