import { View } from '@tarojs/components'
import type { Output } from '@/contract'
import { MATTER_KINDS, type MatterKind } from '@/domain/consultation/consultation'
import { MATTER_NAMES } from '@/domain/consultation/words'
import { dateOf } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { monthDayInWords } from '@/domain/time/words'
import { Paper } from '@/ui/print/paper'
import './referral-paper.css'

interface ReferralPaperProps {
  referral: Output<'casework.referral'>
  /** Milliseconds since the epoch. */
  now: number
}

/** A referral to the 司法所 as it is printed: whom, how to reach them, what kind, when, from where. */
export function ReferralPaper({ referral, now }: ReferralPaperProps) {
  const { name, reach, kind, receivedAt, centreName, centrePhone } = referral
  const lines: [string, string][] = [
    ['姓名或称呼', name],
    ['联系方式', reach || '未留，由中心转告'],
    ['事项类别', kindInWords(kind)],
    ['受理日期', fullDate(parseInstant(receivedAt))],
  ]
  return (
    <Paper className="referral">
      <View className="referral-title">转介单</View>
      <View className="referral-to">司法所：</View>
      <View className="referral-words">下面这位居民的事，请贵所接着办。</View>
      {lines.map(([title, text]) => (
        <View key={title} className="referral-line">
          <View className="referral-name">{title}</View>
          <View className="referral-value">{text}</View>
        </View>
      ))}
      <View className="referral-foot">
        <View>{centreName}</View>
        <View>{centrePhone}</View>
        <View>{fullDate(now)}</View>
      </View>
    </Paper>
  )
}

/** The kind in words; the wire may one day bring a word of its own. */
function kindInWords(kind: string): string {
  return MATTER_KINDS.includes(kind as MatterKind) ? MATTER_NAMES[kind as MatterKind] : kind
}

function fullDate(instant: number): string {
  const date = dateOf(instant)
  return `${date.slice(0, 4)}年${monthDayInWords(date)}`
}
