import { useState } from 'react'
import { View } from '@tarojs/components'
import { addDays } from '@/domain/time/date'
import { parseInstant, timeOf } from '@/domain/time/instant'
import { dayInWords } from '@/domain/time/words'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Unread } from '../answer-states'
import { ChoiceButton } from '../choice-button'
import { FilterChips } from '../filter-chips'
import { byDay, entryInWords, outcomeTag, whatInWords, whoInWords } from './audit-words'
import { AREAS } from './areas'
import { calledOr, roleName } from './role-words'
import { useAudit } from './use-audit'
import { usePeople } from './use-people'
import { auditWords } from './wording'
import './people.css'

interface AuditDeskProps {
  centreId: string
  /** `YYYY-MM-DD` */
  today: string
  now: number
  /** Whose record is asked for first. */
  workerKey: string | null
}

/** How far back one day can be chosen; earlier ones come by reading on. */
const DAYS = 31

/** 操作记录: what was done by a role in a centre, by day; narrowed to a kind, a person, a day. */
export function AuditDesk({ centreId, today, now, workerKey }: AuditDeskProps) {
  const [what, setWhat] = useState<string | null>(null)
  const [who, setWho] = useState(workerKey ?? '')
  const [day, setDay] = useState('')
  const { grants } = usePeople(centreId)
  const audit = useAudit({
    centreId,
    ...(what !== null && { what }),
    ...(who !== '' && { workerKey: who }),
    ...(day !== '' && { from: day, to: day }),
  })
  const people = (grants.value?.grants ?? []).map((one) => ({
    value: one.workerKey,
    label: `${calledOr(one.nickname, one.role)}（${roleName(one.role)}）`,
  }))
  const known = new Set(people.map(({ value }) => value))
  const days = Array.from({ length: DAYS }, (_, back) => addDays(today, -back))
  return (
    <>
      <FilterChips label="哪一类" all="全部" options={AREAS} value={what} onChange={setWhat} />
      <View className="audit-day">
        <ChoiceButton
          label="谁"
          options={[
            { value: '', label: '所有人' },
            ...(who !== '' && !known.has(who) ? [{ value: who, label: '这一位' }] : []),
            ...people.filter(
              ({ value }, at) => people.findIndex((one) => one.value === value) === at,
            ),
          ]}
          value={who}
          onChange={setWho}
        />
        <ChoiceButton
          label="哪天"
          options={[
            { value: '', label: '每一天' },
            ...days.map((one) => ({ value: one, label: dayInWords(one, today) })),
          ]}
          value={day}
          onChange={setDay}
        />
      </View>
      {audit.entries === null ? (
        audit.failure ? (
          <Unread answer={audit} words={auditWords} now={now} />
        ) : (
          <Skeleton kind="list" />
        )
      ) : audit.entries.length === 0 ? (
        <Card>
          <Empty scene="glass" title="没有找到" note="换一类、换一天，或者看所有人。" />
        </Card>
      ) : (
        <>
          {byDay(audit.entries).map((part) => (
            <Section key={part.day} title={dayInWords(part.day, today)}>
              <Rows label={dayInWords(part.day, today)}>
                {part.entries.map((entry) => {
                  const tag = outcomeTag(entry)
                  return (
                    <Row
                      key={entry.entryId}
                      time={timeOf(parseInstant(entry.at))}
                      title={whatInWords(entry)}
                      note={whoInWords(entry)}
                      label={entryInWords(entry)}
                      {...(tag && { tag })}
                    />
                  )
                })}
              </Rows>
            </Section>
          ))}
          {audit.failure ? <Unread answer={audit} words={auditWords} now={now} /> : null}
          {audit.after !== null ? (
            <View className="people-acts">
              <Button kind="ghost" block busy={audit.busy} onTap={() => void audit.more()}>
                往前看
              </Button>
            </View>
          ) : null}
        </>
      )}
    </>
  )
}
