import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Unread } from '../answer-states'
import { endInWords, isLive } from './entry'
import { entryWhen } from './entry-row'
import type { Entry } from './offers'
import { useAllEntries } from './use-entries'
import { mineWords } from './wording'

interface EndedProps {
  now: number
  onOpen: (entry: Entry) => void
}

/** What became of earlier entries, asked for only when somebody wants to see it. */
export function Ended({ now, onOpen }: EndedProps) {
  const [wanted, setWanted] = useState(false)
  const answer = useAllEntries(wanted)
  if (!wanted) {
    return (
      <Section title="以前的">
        <Button kind="ghost" block onTap={() => setWanted(true)}>
          看以前的候补
        </Button>
      </Section>
    )
  }
  const ended = answer.value?.entries.filter((entry) => !isLive(entry, now)) ?? null
  return (
    <Section title="以前的">
      {ended === null ? (
        answer.failure ? (
          <Unread answer={answer} words={mineWords} now={now} />
        ) : (
          <Skeleton kind="list" />
        )
      ) : ended.length > 0 ? (
        <Rows label="以前的候补">
          {ended.map((entry) => {
            const [when, end] = [entryWhen(entry, now), endInWords(entry)]
            return (
              <Row
                key={entry.entryId}
                seal={entry.category}
                title={entry.title}
                note={when}
                tag={end}
                label={`${entry.title}，${when}，${end.text}`}
                onTap={() => onOpen(entry)}
              />
            )
          })}
        </Rows>
      ) : (
        <View className="note">等到的、退了的，都会留在这里。</View>
      )}
    </Section>
  )
}
