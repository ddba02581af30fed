import type { Dispatch, SetStateAction } from 'react'
import { KEPT_DAYS, type SealedService } from '@/domain/consultation/consultation'
import { READABLE_DAYS } from '@/domain/consultation/reach'
import { Facts } from '@/ui/facts/facts'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import type { IconName } from '@/ui/icon/icon-name'
import { Sheet } from '@/ui/sheet/sheet'
import { Tick } from '@/ui/tick/tick'
import type { Sentence } from '../refusal-words'
import { ACTION_WORDS, type CaseAction, type Opened, outcomesOf } from './case-actions'
import type { CaseDraft } from './case-draft'
import { CaseForm } from './case-form'
import { ProposeForm } from './propose-form'

/** `menu` lists what can be done. */
export type Step = Exclude<CaseAction, 'accept' | 'refer'> | 'menu' | null

const ICONS: Readonly<Record<CaseAction, IconName>> = {
  accept: 'check',
  ask: 'info',
  propose: 'calendar',
  'hand-over': 'people',
  refer: 'book',
  decline: 'close',
  close: 'check',
}

interface CaseSheetProps {
  opened: Opened
  actions: readonly CaseAction[]
  step: Step
  draft: CaseDraft
  onDraft: Dispatch<SetStateAction<CaseDraft>>
  now: number
  busy: boolean
  problem: Sentence | null
  /** Something out of the menu was tapped. */
  onStep: (action: CaseAction) => void
  /** Reads it anew, which is written down as well. */
  onReopen: () => void
  onSend: (action: Exclude<Step, 'menu' | null>) => void
  onClose: () => void
}

/** What can be done with a consultation, and the form of each thing. */
export function CaseSheet(props: CaseSheetProps) {
  const { step, onClose } = props
  const title = step === null || step === 'menu' ? '办这件事' : ACTION_WORDS[step].label
  return (
    <Sheet open={step !== null} title={title} onClose={onClose}>
      {step === 'menu' ? (
        <Menu {...props} />
      ) : step === null ? null : (
        <Form {...props} step={step} />
      )}
    </Sheet>
  )
}

function Menu({ actions, onStep, onReopen }: CaseSheetProps) {
  const things = actions.map((action) => ({
    icon: ICONS[action],
    title: ACTION_WORDS[action].label,
    note: ACTION_WORDS[action].note,
    label: ACTION_WORDS[action].label,
    onTap: () => onStep(action),
  }))
  const reopen = {
    icon: 'refresh' as const,
    title: '重新打开看看',
    note: '有没有新的回话；会再记一次',
    label: '重新打开看看',
    onTap: onReopen,
  }
  return (
    <Card>
      <Facts items={[...things, reopen]} />
    </Card>
  )
}

type FormProps = CaseSheetProps & { step: Exclude<Step, 'menu' | null> }

function Form(props: FormProps) {
  const { step, opened, draft, onDraft, now, busy, problem, onSend } = props
  const write = <K extends keyof CaseDraft>(key: K, value: CaseDraft[K]) =>
    onDraft((before) => ({ ...before, [key]: value }))
  const shared = { busy, problem, onSend: () => onSend(step) }
  switch (step) {
    case 'ask':
      return (
        <CaseForm
          {...shared}
          note="居民会在自己的咨询里看到，可以回您的话。"
          words={{
            label: '想问什么',
            placeholder: '比如：房产证上是谁的名字？',
            value: draft.question,
            onChange: (text) => write('question', text),
          }}
          send="送给居民"
          unready={draft.question.trim() === ''}
        />
      )
    case 'decline':
      return (
        <CaseForm
          {...shared}
          note="约好的时间会空出来，居民可以另约，中心也会再找人。这件事您就打不开了。"
          words={{
            label: '为什么不接（居民会看到）',
            placeholder: '比如：这天临时要出庭',
            value: draft.reason,
            onChange: (text) => write('reason', text),
          }}
          send="不接，还给中心"
          kind="danger"
          unready={draft.reason.trim() === ''}
        />
      )
    case 'propose':
      return (
        <CaseForm
          {...shared}
          note="选一个您空着的时间。居民点头以后才换，原来的时间先留着。"
          words={{
            label: '附一句（可以不写）',
            placeholder: '比如：这天宽裕，能多谈一会儿',
            value: draft.proposal,
            onChange: (text) => write('proposal', text),
          }}
          send={draft.poolId === null ? '先选一个时间' : '提这个时间'}
          unready={draft.poolId === null}
        >
          <ProposeForm
            centreId={opened.centreId}
            service={opened.service as SealedService}
            now={now}
            poolId={draft.poolId}
            onChoose={(poolId) => write('poolId', poolId)}
          />
        </CaseForm>
      )
    case 'hand-over':
      return (
        <CaseForm
          {...shared}
          note="同一份记录转给调解员接着办，居民不用再说一遍。转过去以后，您就打不开了。"
          words={{
            label: '给居民和调解员一句（可以不写）',
            placeholder: '比如：想请两家一起坐下来谈',
            value: draft.handOver,
            onChange: (text) => write('handOver', text),
          }}
          send={draft.residentAgreed ? '转给调解' : '先问过居民'}
          unready={!draft.residentAgreed}
        >
          <Tick
            on={draft.residentAgreed}
            onChange={(agreed) => write('residentAgreed', agreed)}
            title="问过了，居民同意转给调解"
          />
        </CaseForm>
      )
    case 'close':
      return (
        <CaseForm
          {...shared}
          note={`结束以后您还能看 ${READABLE_DAYS} 天；满 ${KEPT_DAYS} 天，内容和附件一起销毁，谁也打不开。`}
          words={{
            label: '给居民一句（可以不写）',
            placeholder: '比如：先去不动产中心查档，再来找我',
            value: draft.closing,
            onChange: (text) => write('closing', text),
          }}
          send={draft.outcome === null ? '先选结果' : '办完，结束'}
          unready={draft.outcome === null}
        >
          <Choice
            label="结果"
            options={outcomesOf(opened)}
            value={draft.outcome}
            onChange={(outcome) => write('outcome', outcome)}
          />
        </CaseForm>
      )
  }
}
