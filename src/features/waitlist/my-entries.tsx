import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Copied, Unread } from '../answer-states'
import { Ended } from './ended'
import { isLive } from './entry'
import { EntryCard } from './entry-card'
import { EntryQuestions } from './entry-questions'
import { EntryRow } from './entry-row'
import type { useLiveEntries } from './live-entries'
import { type Entry, isOffered, offersOf } from './offers'
import { OfferCard } from './offer-card'
import { useEntryActs } from './use-entry-acts'
import { mineWords } from './wording'
import { RULE } from './words'

interface MyEntriesProps {
  mine: ReturnType<typeof useLiveEntries>
  /** Nobody is signed in. */
  visitor: boolean
  now: number
  onSignIn: () => void
  onCourses: () => void
  onOpen: (activityId: string, poolId: string) => void
  onAccepted: (bookingId: string) => void
  onTicket: (bookingId: string) => void
  /** Stands under what waits. */
  children?: ReactNode
}

/** 我的候补: the offers first, then what waits, then what became of the rest. */
export function MyEntries(props: MyEntriesProps) {
  const { mine, now, onOpen } = props
  const acts = useEntryActs({ onAccepted: props.onAccepted })
  const entries = mine.value?.entries ?? null
  if (props.visitor) {
    const action = { label: '选身份', onTap: props.onSignIn }
    return <Empty scene="gate" title="还没选身份" note="选一个身份，就能候补" action={action} />
  }
  if (entries === null) {
    if (!mine.failure) return <Skeleton kind="list" />
    return <Unread answer={mine} words={mineWords} now={now} />
  }
  const offers = offersOf(entries, now)
  const waiting = entries.filter((entry) => isLive(entry, now) && !isOffered(entry, now))
  const open = ({ activityId, poolId }: Entry) => onOpen(activityId, poolId)
  const rowOf = (entry: Entry) => <EntryRow entry={entry} now={now} onOpen={() => open(entry)} />
  return (
    <>
      <Copied answer={mine} now={now} />
      {offers.map((entry) => (
        <OfferCard key={entry.entryId} entry={entry} acts={acts} now={now}>
          {rowOf(entry)}
        </OfferCard>
      ))}
      {waiting.length > 0 ? (
        <Section title="在等的">
          <View className="note entry-rule">{RULE}</View>
          {waiting.map((entry) => (
            <EntryCard
              key={entry.entryId}
              entry={entry}
              acts={acts}
              now={now}
              more={{ label: '看这一班', onTap: () => open(entry) }}
            >
              {rowOf(entry)}
            </EntryCard>
          ))}
        </Section>
      ) : offers.length === 0 ? (
        <Card>
          <Empty
            scene="bench"
            title="没有在等的"
            note="报满了的班，在它的页面点“候补”"
            action={{ label: '找课报名', onTap: props.onCourses }}
          />
        </Card>
      ) : null}
      {props.children}
      <Ended now={now} onOpen={open} />
      <EntryQuestions acts={acts} now={now} onTicket={props.onTicket} />
    </>
  )
}
