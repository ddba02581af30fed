import { type ReactNode, useState } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Chip, ChipRow } from '@/ui/chip/chip'
import { Empty } from '@/ui/empty/empty'
import { arrowKeys } from '@/ui/keys/arrow-keys'
import { SearchField } from '@/ui/search-field/search-field'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Copied, Unread } from '../answer-states'
import { lessonNote, lessonTitle } from './check-in-words'
import { DoorNotes } from './door-notes'
import { whyNotMarkable } from './lesson-time'
import { MarkSheet } from './mark-sheet'
import { thereInWords } from './mark-words'
import { countsOf, found, type Listed } from './roster'
import { RosterRow } from './roster-row'
import { ScanSaid } from './scan-said'
import type { useRoster } from './use-roster'
import type { useScanner } from './use-scanner'
import { rosterWords } from './wording'
import './roster-view.css'

/** More rows than this at once are slow on an old phone; the rest come by a tap or a search. */
const AT_ONCE = 40

interface RosterViewProps {
  roster: ReturnType<typeof useRoster>
  scanner: ReturnType<typeof useScanner>
  now: number
  /** Opens what can be printed of it. */
  onSheet: () => void
  /** For whoever comes by without a seat; stands under the names. */
  walkIn?: ReactNode
}

/** 点名: who holds a seat in a lesson, by name, and who of them is there. */
export function RosterView(props: RosterViewProps) {
  const { roster, scanner, now, onSheet, walkIn } = props
  const { answer, listed, mark } = roster
  const [typed, setTyped] = useState('')
  const [only, setOnly] = useState(false)
  const [most, setMost] = useState(AT_ONCE)
  const [askedKey, setAskedKey] = useState<string | null>(null)
  if (answer.value === null) {
    if (!answer.failure) return <Skeleton kind="list" />
    return <Unread answer={answer} words={rosterWords} now={now} />
  }
  const lesson = answer.value
  const off = lesson.state === 'cancelled'
  const why = off ? '这一课取消了，不用点名。' : whyNotMarkable(lesson, now)
  const missing = listed.filter((one) => one.mark === null)
  const rows = found(only ? missing : listed, typed)
  const asked = listed.find(({ attendeeKey }) => attendeeKey === askedKey) ?? null
  const submit = (): void => {
    // A scanner at a desk types what it reads, and Enter.
    if (typed.trim().length <= 8) return
    setTyped('')
    void scanner.take(typed)
  }

  return (
    <View>
      <View className="title">{lessonTitle(lesson)}</View>
      <View className="note number">{lessonNote(lesson)}</View>
      <View className="roster-there number" {...aria({ role: 'status', live: 'polite' })}>
        {thereInWords(countsOf(listed))}
      </View>
      <Copied answer={answer} now={now} />
      <DoorNotes listed={listed} now={now} />
      <ScanSaid said={scanner.said} />
      {why ? <View className="roster-why number">{why}</View> : null}
      {listed.length === 0 ? (
        <Card>
          <Empty scene="bench" title="还没有人报" note="有人报了名，名单就在这里。" />
        </Card>
      ) : (
        <>
          <SearchField
            value={typed}
            placeholder="按名字或码尾找"
            onChange={setTyped}
            onSubmit={submit}
          />
          <ChipRow label="看哪些">
            <Chip selected={!only} onTap={() => setOnly(false)}>
              {`全部 ${listed.length}`}
            </Chip>
            <Chip selected={only} onTap={() => setOnly(true)}>
              {`还没到 ${missing.length}`}
            </Chip>
          </ChipRow>
          {rows.length === 0 ? (
            <Card>
              <Empty
                scene={typed ? 'glass' : 'sealed'}
                title={typed ? '没找到' : '都点过了'}
                note={
                  typed ? '换一个字，或者看对方签到码的最后四位。' : '迟到的来了，在“全部”里改。'
                }
              />
            </Card>
          ) : (
            <RosterRows
              rows={rows.slice(0, most)}
              still={why !== null}
              onThere={(key) => mark(key, 'present')}
              onMore={setAskedKey}
            />
          )}
          {rows.length > most ? (
            <Button kind="ghost" block onTap={() => setMost(most + AT_ONCE)}>
              {`再看 ${Math.min(AT_ONCE, rows.length - most)} 位`}
            </Button>
          ) : null}
        </>
      )}
      {walkIn}
      {listed.length > 0 ? (
        <Button kind="quiet" block onTap={onSheet}>
          签到表和名单（打印、Excel）
        </Button>
      ) : null}
      <MarkSheet
        attendee={asked}
        onMark={(to) => asked && mark(asked.attendeeKey, to)}
        onClose={() => setAskedKey(null)}
      />
    </View>
  )
}

interface RosterRowsProps {
  rows: readonly Listed[]
  still: boolean
  onThere: (attendeeKey: string) => void
  onMore: (attendeeKey: string) => void
}

function RosterRows({ rows, still, onThere, onMore }: RosterRowsProps) {
  return (
    <View
      className="roster-rows"
      {...aria({ role: 'list', label: '名单' })}
      {...arrowKeys('.roster-row')}
    >
      {inGroups(rows).map((group) => (
        <View key={group[0]!.attendeeKey} className="roster-group">
          {group.map((attendee) => (
            <RosterRow
              key={attendee.attendeeKey}
              attendee={attendee}
              still={still}
              onThere={() => onThere(attendee.attendeeKey)}
              onMore={() => onMore(attendee.attendeeKey)}
            />
          ))}
        </View>
      ))}
    </View>
  )
}

/** WeChat wants no node to have more than 60 children. */
function inGroups(rows: readonly Listed[]): Listed[][] {
  const groups: Listed[][] = []
  for (let at = 0; at < rows.length; at += AT_ONCE) groups.push(rows.slice(at, at + AT_ONCE))
  return groups
}
