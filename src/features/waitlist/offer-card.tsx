import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import type { Entry } from './offers'
import type { EntryActs } from './use-entry-acts'
import { heldUntilInWords, offeredInWords } from './words'
import './offer-card.css'

interface OfferCardProps {
  entry: Entry
  acts: EntryActs
  now: number
  /** What it is for, where the page does not say. */
  children?: ReactNode
}

/** Seats that are held for somebody: until when, and the two answers. */
export function OfferCard({ entry, acts, now, children }: OfferCardProps) {
  const { title, offerUntil, onlyLesson } = entry
  const offered = offeredInWords(entry)
  const until = heldUntilInWords(offerUntil!, now)
  return (
    <View className="offer">
      <View
        className="offer-head number"
        {...aria({
          role: 'status',
          label: `“${title}”${offered}，${onlyLesson ? '只有这一次课，' : ''}${until}`,
        })}
      >
        <View className="offer-seats">{offered}</View>
        {onlyLesson ? <View className="offer-only">只有这一次课</View> : null}
        <View>{until}</View>
      </View>
      <View className="offer-body">
        {children}
        <View className="offer-acts">
          <Button
            block
            busy={acts.busy}
            label={`要，报上${title}`}
            onTap={() => void acts.accept(entry)}
          >
            要，报上
          </Button>
          <Button
            kind="ghost"
            block
            disabled={acts.busy}
            label={`不要${title}了`}
            onTap={() => acts.ask(entry)}
          >
            不要了
          </Button>
        </View>
        <View className="note offer-else">
          {onlyLesson
            ? '有人请假空出来的，只上这一课。不要也不影响以后再问您；没有回音，到时问下一位。'
            : '没有回音，到时让给下一位。'}
        </View>
      </View>
    </View>
  )
}
