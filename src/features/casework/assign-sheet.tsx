import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Choice } from '@/ui/choice/choice'
import { Empty } from '@/ui/empty/empty'
import { Sheet } from '@/ui/sheet/sheet'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Unread } from '../answer-states'
import { ToldNote } from './told-note'
import { useAsked } from './use-asked'
import { useActing } from './use-case'
import { assignWords, candidatesWords, LOOKING } from './wording'
import './assign-sheet.css'

interface AssignSheetProps {
  /** Null: closed. */
  consultationId: string | null
  /** Somebody has it already, and lets it lie. */
  again: boolean
  now: number
  onClose: () => void
  onAssigned: (nickname: string) => void
}

/** Who may take it. Why somebody is not among them is not said. */
export function AssignSheet({ consultationId, again, ...props }: AssignSheetProps) {
  return (
    <Sheet
      open={consultationId !== null}
      title={again ? '换谁来' : '请谁来'}
      onClose={props.onClose}
    >
      {again ? (
        <View className="assign-note">
          换了以后，原来那位马上打不开，约好的时间也退掉。居民会看到换了人。
        </View>
      ) : null}
      {consultationId ? <Candidates consultationId={consultationId} {...props} /> : null}
    </Sheet>
  )
}

type CandidatesProps = Omit<AssignSheetProps, 'consultationId' | 'again'> & {
  consultationId: string
}

function Candidates({ consultationId, now, onAssigned }: CandidatesProps) {
  const answer = useAsked({ operation: 'casework.candidates', input: { consultationId } })
  const [personId, choose] = useState<string | null>(null)
  const { act, busy, problem } = useActing()
  if (answer.value === null) {
    if (!answer.failure) return <Skeleton kind="list" />
    return <Unread answer={answer} words={candidatesWords} outside={LOOKING} now={now} />
  }
  const { professionals } = answer.value
  if (professionals.length === 0) {
    return (
      <Empty scene="glass" title="现在没有可以请的人" note="过些时候再看，或者请街道再派一位来。" />
    )
  }
  const assign = async (): Promise<void> => {
    const chosen = professionals.find((one) => one.personId === personId)
    if (!chosen) return
    const input = { consultationId, personId: chosen.personId }
    if (await act('casework.assign', input, assignWords)) onAssigned(chosen.nickname)
    else void answer.refresh()
  }
  return (
    <>
      <Choice
        label="请谁来"
        options={professionals.map((one) => ({ value: one.personId, label: one.nickname }))}
        value={personId}
        onChange={choose}
      />
      <ToldNote told={problem && { ok: false, ...problem }} />
      <View className="assign-act">
        <Button block busy={busy} disabled={personId === null} onTap={() => void assign()}>
          {personId === null ? '先选一位' : '请这一位'}
        </Button>
      </View>
    </>
  )
}
