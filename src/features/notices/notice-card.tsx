import { View } from '@tarojs/components'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Row } from '@/ui/row/row'
import {
  changeInWords,
  clashInWords,
  lessonInWords,
  moreInWords,
  type Notice,
  spanInWords,
  whatInWords,
} from './notice-words'
import './notice-card.css'

interface NoticeCardProps {
  notice: Notice
  now: number
  onOpen: (bookingId: string) => void
}

/** What was changed: from when to when, why, and what it clashes with, with a door to each. */
export function NoticeCard({ notice, now, onOpen }: NoticeCardProps) {
  const { from, to, reason, clashes, bookingId, isRead, whole } = notice
  const what = whatInWords(notice)
  const change = changeInWords(notice)
  const made = momentInWords(parseInstant(notice.madeAt), now)
  return (
    <Card flush>
      <Row
        seal={notice.category}
        title={`${change}：${what}`}
        note={<View className="number">{made}</View>}
        {...(isRead ? {} : { tag: { tone: 'waiting', text: '新' } as const })}
        label={[`${what}${change}`, made, isRead ? null : '新'].filter(Boolean).join('，')}
        onTap={() => onOpen(bookingId)}
      />
      <View className="notice-body">
        {whole ? (
          <WholeLines whole={whole} now={now} />
        ) : (
          <>
            <View className="notice-line">
              <View className="note notice-word">原来</View>
              <View className="number notice-was">{spanInWords(from, now)}</View>
            </View>
            <View className="notice-line">
              <View className="note notice-word">现在</View>
              <View className="number notice-now">
                {to ? spanInWords(to, now) : '这一课不上了'}
              </View>
            </View>
          </>
        )}
        <View className="notice-line">
          <View className="note notice-word">为什么</View>
          <View>{reason}</View>
        </View>
        {clashes.map((clash) => (
          <View key={`${clash.bookingId} ${clash.attendeeId}`} className="notice-clash number">
            {`时间撞上了：${clashInWords(clash, now)}`}
          </View>
        ))}
        <View className="notice-acts">
          <Button kind="ghost" label={`看${what}`} onTap={() => onOpen(bookingId)}>
            看这门课
          </Button>
          {doorsOf(clashes).map((clash) => (
            <Button
              key={clash.bookingId}
              kind="ghost"
              label={`看撞上的${clash.title}`}
              onTap={() => onOpen(clash.bookingId)}
            >
              {`看${clash.title}`}
            </Button>
          ))}
        </View>
      </View>
    </Card>
  )
}

/** What became of each of several lessons, as far as the notice lists them. */
function WholeLines({ whole, now }: { whole: NonNullable<Notice['whole']>; now: number }) {
  const more = moreInWords(whole)
  return (
    <>
      {whole.lessons.map((lesson) => {
        const words = lessonInWords(lesson, now)
        return (
          <View key={words} className="number notice-now">
            {words}
          </View>
        )
      })}
      {more === null ? null : <View className="note">{more}</View>}
    </>
  )
}

/** One door for each booking, however many of the family are in it. */
function doorsOf(clashes: Notice['clashes']): Notice['clashes'] {
  return clashes.filter(
    ({ bookingId }, index) => clashes.findIndex((one) => one.bookingId === bookingId) === index,
  )
}
