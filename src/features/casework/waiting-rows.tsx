import { useState } from 'react'
import { Empty } from '@/ui/empty/empty'
import { Section } from '@/ui/section/section'
import { AskedList } from './asked-list'
import { AssignSheet } from './assign-sheet'
import { CaseRows } from './case-rows'
import { type Waiting, waitingRow } from './case-words'
import { type Told, ToldNote } from './told-note'
import { type Question, useAsked } from './use-asked'
import { waitingWords } from './wording'

/** For staff: what waits for somebody in a centre, and what is overdue; no names and no matter. */
export function WaitingRows({ centreId, now }: { centreId: string; now: number }) {
  const answer = useAsked(waitingOf(centreId))
  const [asked, setAsked] = useState<Waiting | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const items = answer.value?.consultations ?? []
  return (
    <Section title="等着的" note={items.length > 0 ? '说的是什么，只有接的人能看' : undefined}>
      <ToldNote told={told} />
      <AskedList
        answer={answer}
        words={waitingWords}
        now={now}
        empty={
          items.length > 0 ? null : (
            <Empty scene="bench" title="没有等着的" note="来了新的，或者过了时限，这里就会有。" />
          )
        }
      >
        <CaseRows
          label="等着的"
          rows={items.map((item) => waitingRow(item, now))}
          onOpen={(consultationId) => {
            setTold(null)
            setAsked(items.find((item) => item.consultationId === consultationId) ?? null)
          }}
        />
      </AskedList>
      <AssignSheet
        consultationId={asked?.consultationId ?? null}
        again={asked?.assigned ?? false}
        now={now}
        onClose={() => setAsked(null)}
        onAssigned={(nickname) => {
          setAsked(null)
          setTold({
            ok: true,
            title: `请了${nickname}`,
            next: '到时限还没回话，会再排到最前面。',
          })
          void answer.refresh()
        }}
      />
    </Section>
  )
}

function waitingOf(centreId: string): Question<'casework.waiting'> {
  return {
    operation: 'casework.waiting',
    input: { centreId },
    join: (before, next) => ({
      ...next,
      consultations: [...before.consultations, ...next.consultations],
    }),
  }
}
