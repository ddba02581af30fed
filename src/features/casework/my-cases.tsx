import { useState } from 'react'
import { View } from '@tarojs/components'
import { READABLE_DAYS } from '@/domain/consultation/reach'
import { Chip, ChipRow } from '@/ui/chip/chip'
import { Empty } from '@/ui/empty/empty'
import { Section } from '@/ui/section/section'
import { AskedList } from './asked-list'
import { CaseRows } from './case-rows'
import { type CaseGroup, caseRow, groupsOf, type Item } from './case-words'
import { type Question, useAsked } from './use-asked'
import { listWords } from './wording'
import './my-cases.css'

type Which = 'open' | 'closed'
const WHICH: readonly { value: Which; label: string }[] = [
  { value: 'open', label: '进行中' },
  { value: 'closed', label: '办完的' },
]

interface MyCasesProps {
  centreId: string
  now: number
  onOpen: (consultationId: string) => void
  /** To the hours of this professional, where there is nothing to do. */
  onHours: () => void
}

/** For a professional: what is assigned to them in a centre. */
export function MyCases({ centreId, now, onOpen, onHours }: MyCasesProps) {
  const [which, setWhich] = useState<Which>('open')
  const answer = useAsked(casesOf(centreId, which))
  const items = answer.value?.consultations ?? []
  return (
    <>
      <ChipRow label="看哪些">
        {WHICH.map(({ value, label }) => (
          <Chip key={value} selected={value === which} onTap={() => setWhich(value)}>
            {label}
          </Chip>
        ))}
      </ChipRow>
      <View className="my-cases">
        <AskedList
          answer={answer}
          words={listWords}
          now={now}
          empty={items.length > 0 ? null : which === 'open' ? nothingOpen(onHours) : NOTHING_CLOSED}
        >
          {groups(which, items, now).map(({ title, rows }) => (
            <Section key={title} title={title} note={`${rows.length} 件`}>
              <CaseRows label={title} rows={rows} onOpen={onOpen} />
            </Section>
          ))}
        </AskedList>
      </View>
    </>
  )
}

const nothingOpen = (onHours: () => void) => (
  <Empty
    scene="tea"
    title="现在没有要办的"
    note="有人约了您的时间，或者中心请您，这里就会有。"
    action={{ label: '看我的时间', onTap: onHours }}
  />
)
const NOTHING_CLOSED = (
  <Empty
    scene="tea"
    title="还没有办完的"
    note={`办完的在这里留 ${READABLE_DAYS} 天，以后只有居民自己能看。`}
  />
)

function groups(which: Which, items: readonly Item[], now: number): CaseGroup[] {
  if (which === 'open') return groupsOf(items, now)
  return [{ title: '办完的', rows: items.map((item) => caseRow(item, now)) }]
}

function casesOf(centreId: string, which: Which): Question<'casework.list'> {
  return {
    operation: 'casework.list',
    input: { centreId, which },
    join: (before, next) => ({
      ...next,
      consultations: [...before.consultations, ...next.consultations],
    }),
  }
}
