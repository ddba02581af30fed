import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import type { Entry } from './offers'
import type { EntryActs } from './use-entry-acts'
import { chanceInWords, moveInWords, movesSince, positionInWords, savedInWords } from './words'
import './entry-card.css'

interface EntryCardProps {
  entry: Entry
  acts: EntryActs
  now: number
  /** What it is for, where the page does not say. */
  children?: ReactNode
  /** Where more is to be seen, where the page does not lead there. */
  more?: { label: string; onTap: () => void }
}

/** An entry that waits: its position, what became of others there, what staff did, and the way out. */
export function EntryCard({ entry, acts, now, children, more }: EntryCardProps) {
  const saved = savedInWords(entry)
  return (
    <Card flush>
      {children}
      <View className="entry-standing number" {...aria({ label: positionInWords(entry) })}>
        <View className="entry-position">{`排第 ${entry.position} 位`}</View>
        <View className="note">{`等 ${entry.seats} 席，一共 ${entry.waiting} 位在等`}</View>
      </View>
      <View className="note number">{chanceInWords(entry.chance)}</View>
      {saved ? <View className="entry-saved number">{saved}</View> : null}
      {movesSince(entry).map((move) => (
        <View key={move.at} className="note entry-move number">
          {moveInWords(move, now)}
        </View>
      ))}
      <View className="waiting-acts">
        <Button kind="quiet" label={`退出候补${entry.title}`} onTap={() => acts.ask(entry)}>
          退出候补
        </Button>
        {more ? (
          <Button kind="ghost" onTap={more.onTap}>
            {more.label}
          </Button>
        ) : null}
      </View>
    </Card>
  )
}
