import { useState } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Confirm } from '@/ui/confirm/confirm'
import { notice } from '@/ui/notice/notice'
import { Pieces } from '@/ui/pieces/pieces'
import { Tag } from '@/ui/tag/tag'
import { SentenceSheet } from '../sentence-sheet'
import {
  type Entry,
  lessonsLine,
  peopleInWords,
  shortHash,
  weightInWords,
  wishName,
} from './ballot-words'
import { type Line, standingOf, wishOutcome } from './entry-words'
import { useLeave } from './use-leave'
import './entry-card.css'

interface EntryCardProps {
  entry: Entry
  /** My offers and places on waiting lists; left out where they do not matter. */
  lines?: readonly Line[] | null
  now: number
  onVerify: (ballotId: string) => void
  onOffers: () => void
}

/** One of my entries: its number, its wishes in their order, how it stands and what to do next. */
export function EntryCard({ entry, lines = null, now, onVerify, onOffers }: EntryCardProps) {
  const { ballotId, entryNumber, wishes, weight, listHash, state } = entry
  const [asked, setAsked] = useState(false)
  const leaving = useLeave(ballotId)
  const { tag, title, next, act } = standingOf(entry, lines, now)
  const leave = async () => {
    if (await leaving.leave()) notice('撤回了，想改再登记一份')
    setAsked(false)
  }
  return (
    <Card>
      <View className="entry-head">
        <View className="entry-number number" {...aria({ label: `编号 ${entryNumber}` })}>
          <View className="entry-number-word">编号</View>
          {entryNumber}
        </View>
        <Tag tone={tag.tone}>{tag.text}</Tag>
      </View>
      <View className="entry-title number">{title}</View>
      <View className="note number">{next}</View>
      <View className="entry-wishes" {...aria({ role: 'list', label: '志愿' })}>
        {wishes.map((wish, index) => (
          <View key={wish.poolId} className="entry-wish" {...aria({ role: 'listitem' })}>
            <View className="entry-wish-title">
              {wishes.length > 1 ? `${wishName(index + 1)} · ${wish.title}` : wish.title}
              <Outcome wish={wish} text={wishOutcome(wish, entry, lines)} />
            </View>
            <View className="note number">
              <Pieces>{`${lessonsLine(wish, now)} · ${wish.capacity} 席`}</Pieces>
            </View>
          </View>
        ))}
      </View>
      <View className="note number">
        <Pieces>
          {[`给${peopleInWords(entry)}`, weight === null ? null : weightInWords(weight)]
            .filter(Boolean)
            .join(' · ')}
        </Pieces>
      </View>
      {listHash === null ? null : (
        <View className="note number">{`名单指纹 ${shortHash(listHash)}`}</View>
      )}
      <View className="entry-acts">
        {act === 'confirm' ? <Button onTap={onOffers}>去确认</Button> : null}
        {act === 'wait' ? (
          <Button kind="ghost" onTap={onOffers}>
            看我的候补
          </Button>
        ) : null}
        {state === 'open' ? null : (
          <Button kind="ghost" onTap={() => onVerify(ballotId)}>
            验一验
          </Button>
        )}
        {act === 'leave' ? (
          <Button
            kind="ghost"
            label={`撤回编号 ${entryNumber} 的登记`}
            onTap={() => setAsked(true)}
          >
            撤回重填
          </Button>
        ) : null}
      </View>
      <Confirm
        open={asked}
        title="撤回这份登记？"
        body={`编号 ${entryNumber} 就不用了。想改志愿，撤回以后再登记一份，中签的机会不变。`}
        yes="撤回"
        no="留着"
        danger
        busy={leaving.busy}
        onYes={() => void leave()}
        onNo={() => setAsked(false)}
      />
      <SentenceSheet sentence={leaving.problem} onClose={leaving.forget} />
    </Card>
  )
}

function Outcome({ wish, text }: { wish: Entry['wishes'][number]; text: string | null }) {
  if (text === null) return null
  return (
    <View className={wish.won ? 'entry-outcome entry-won' : 'entry-outcome number'}>{text}</View>
  )
}
