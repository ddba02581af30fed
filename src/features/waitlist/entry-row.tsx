import { View } from '@tarojs/components'
import { dateOf } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords, whenInWords } from '@/domain/time/words'
import { Pieces } from '@/ui/pieces/pieces'
import { Row } from '@/ui/row/row'
import { whoInWords } from './entry'
import type { Entry } from './offers'

interface EntryRowProps {
  entry: Entry
  now: number
  onOpen: () => void
}

/** What an entry is for: which class, when it begins, and for whom. */
export function EntryRow({ entry, now, onOpen }: EntryRowProps) {
  const { title, category, place } = entry
  const lines = [entryWhen(entry, now), `${place} · ${whoInWords(entry)}`]
  return (
    <Row
      seal={category}
      title={title}
      note={lines.map((line) => (
        <View key={line} className="number">
          <Pieces>{line}</Pieces>
        </View>
      ))}
      label={[title, ...lines].join('，')}
      onTap={onOpen}
    />
  )
}

/** 本周六 09:30–11:00; of a course when it begins. */
export function entryWhen({ startsAt, endsAt }: Entry, now: number): string {
  const [from, to] = [parseInstant(startsAt), parseInstant(endsAt)]
  return dateOf(from) === dateOf(to) ? whenInWords(from, to, now) : `${momentInWords(from, now)} 起`
}
