import { useMemo } from 'react'
import { View } from '@tarojs/components'
import { CONFIDENTIALITY_RULES, type SealedService } from '@/domain/consultation/consultation'
import { scrollToTop } from '@/gateway/device/scroll'
import { useAppearance } from '@/ui/appearance'
import { Button } from '@/ui/button/button'
import { LockNote } from '@/ui/lock-note/lock-note'
import { Screen } from '@/ui/screen/screen'
import { StepBar } from '@/ui/step-bar/step-bar'
import { AnyPart } from './any-part'
import type { Draft } from './draft'
import { DraftNote } from '../draft-note'
import type { DraftState } from '../kept-draft'
import { drafts } from './phone-drafts'
import { ProblemSheet } from './problem-sheet'
import { missingOn, nextWords, type Part, stepAt, stepsOf } from './steps'
import { useRequest } from './use-request'
import { useFormSlots } from './use-form-slots'
import { SERVICE_NAMES, WHO } from './words'
import './request-form.css'

interface RequestFormProps {
  service: SealedService
  centreId: string
  draft: Draft
  state: Pick<DraftState<Draft>, 'foundFrom' | 'kept'>
  /** Milliseconds since the epoch. */
  now: number
  /** A time that was chosen before the form was opened. */
  wishedPool: string | null
  /** Said on the first screen: how many were helped. */
  helped: string | null
  onOther: () => void
  onRules: () => void
  onSent: (consultationId: string) => void
}

/** The form: a few questions a screen, the way back and on at its foot. */
export function RequestForm(props: RequestFormProps) {
  const { service, centreId, draft, state, now } = props
  const { scale } = useAppearance()
  const kept = drafts[service]
  const onChange = kept.change
  const steps = useMemo(() => stepsOf(service, scale), [service, scale])
  const at = stepAt(steps, draft.part)
  const step = steps[at]!
  const request = useRequest({ service, centreId, onSent: props.onSent })
  const show = (part: Part): void => {
    onChange({ part })
    kept.flush()
    scrollToTop()
  }
  const slots = useFormSlots({
    ...{ draft, service, centreId, wishedPool: props.wishedPool },
    wanted: step.includes('time'),
    onWished: (time) => onChange({ time }),
  })

  const last = at === steps.length - 1
  const open = steps.find((one) => missingOn(one, draft) !== null)
  const agreed = draft.agreed === CONFIDENTIALITY_RULES
  const missing = missingOn(step, draft) ?? (last && !agreed ? '先点同意' : null)
  const foot = (
    <View className="form-foot">
      {at > 0 ? (
        <View className="form-back">
          <Button kind="ghost" block onTap={() => show(steps[at - 1]![0]!)}>
            上一步
          </Button>
        </View>
      ) : null}
      <Button
        kind="private"
        block
        busy={request.busy}
        disabled={missing !== null}
        onTap={() => {
          if (!last) show(steps[at + 1]![0]!)
          else if (open) show(open[0]!)
          else void request.send()
        }}
      >
        {request.busy ? '正在送出' : (missing ?? nextWords(steps[at + 1]))}
      </Button>
    </View>
  )

  return (
    <Screen back title={SERVICE_NAMES[service]} footer={foot}>
      <StepBar tone="private" of={steps.length} at={at + 1} />
      <DraftNote foundFrom={state.foundFrom} now={now} onDrop={kept.drop} />
      {step.map((part, index) => (
        <AnyPart
          key={part}
          part={part}
          first={index === 0}
          {...{ draft, onChange, service, slots, now }}
          kept={state.kept}
          onPart={show}
          onRules={props.onRules}
        />
      ))}
      {step.includes('story') || step.includes('kind') ? (
        <LockNote>
          {`写下的话加密保存，只有接待您的${WHO[service]}和您自己能看。每次打开都有记录，结束 180 天后销毁。`}
        </LockNote>
      ) : null}
      {at === 0 ? (
        <View className="form-first">
          {props.helped ? <View className="note number">{props.helped}</View> : null}
          <Button kind="quiet" block onTap={props.onOther}>
            {service === 'legal' ? '想请人劝和？找调解' : '想问法律怎么说？问律师'}
          </Button>
        </View>
      ) : null}
      <ProblemSheet
        sentence={request.problem?.sentence ?? null}
        actions={actionsFor(request, show)}
        onClose={request.dismiss}
      />
    </Screen>
  )
}

function actionsFor(request: ReturnType<typeof useRequest>, show: (part: Part) => void) {
  const anotherTime = { label: '换个时间', onTap: () => show('time') }
  switch (request.problem?.kind) {
    case 'clash':
      return [anotherTime, { label: '两个都要', onTap: () => void request.send(true) }]
    case 'time':
      return [anotherTime]
    case 'again':
      return [{ label: '再试一次', onTap: () => void request.send() }]
    default:
      return []
  }
}
