import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Copied, Unread } from '../answer-states'
import { ODDS } from './ballot-words'
import { EntryCard } from './entry-card'
import { notes } from './phone-notes'
import { type useEntries, useLines } from './use-entries'
import { mineWords } from './wording'
import './my-entries.css'

interface MyEntriesProps {
  mine: ReturnType<typeof useEntries>
  now: number
  onCourses: () => void
  onVerify: (ballotId: string) => void
  onOffers: () => void
}

/** 我的摇号: every entry that I made, the newest first. */
export function MyEntries({ mine, now, onCourses, onVerify, onOffers }: MyEntriesProps) {
  const entries = mine.visitor ? [] : (mine.value?.entries ?? null)
  const lines = useLines(entries?.some((one) => one.waitlistEntryIds.length > 0) ?? false)
  const { value } = mine
  useEffect(() => {
    for (const { ballotId, listHash } of value?.entries ?? []) {
      if (listHash !== null) notes.note(ballotId, listHash)
    }
  }, [value])
  if (entries === null) {
    return mine.failure ? (
      <Unread answer={mine} words={mineWords} now={now} />
    ) : (
      <Skeleton kind="stations" />
    )
  }
  return (
    <>
      <Copied answer={mine} now={now} />
      {entries.length === 0 ? (
        <Card>
          <Empty
            scene="ticket"
            title="还没有登记过摇号"
            note="想来的人比座位多的班用摇号，谁先谁后都一样。"
            action={{ label: '找课', onTap: onCourses }}
          />
        </Card>
      ) : (
        entries.map((entry) => (
          <View key={entry.ballotId} className="my-entry">
            <EntryCard
              entry={entry}
              lines={lines.value?.entries ?? null}
              now={now}
              onVerify={onVerify}
              onOffers={onOffers}
            />
          </View>
        ))
      )}
      <View className="note my-entries-odds">{ODDS}</View>
    </>
  )
}
