import { useState } from 'react'
import { View } from '@tarojs/components'
import { ruleInWords } from '@/domain/calendar/recurrence-words'
import { dateOf } from '@/domain/time/date'
import { instantAt, parseInstant } from '@/domain/time/instant'
import { Button } from '@/ui/button/button'
import { Confirm } from '@/ui/confirm/confirm'
import { notice } from '@/ui/notice/notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Unread } from '../answer-states'
import { DraftNote } from '../draft-note'
import { plainLine } from '../plain-text'
import { ChangePart } from './change-part'
import { ConflictView } from './conflict-view'
import { differences, whenInShort } from './differences'
import { type Plan, PLAN_LIMITS } from './plan'
import { firstWrong, wrongOf, type Wrong } from './plan-check'
import { heldDays } from './plan-dates'
import { PlanFields } from './plan-fields'
import { PlanPreviewPane } from './plan-preview'
import { PreviewFailed } from './preview-failed'
import { ProblemNote } from './problem-note'
import { openingInWords } from './seats-words'
import { usePlanEditor, type Saved } from './use-plan-editor'
import { usePlanPreview } from './use-plan-preview'
import type { PlanPreview } from './saving-words'
import { getPlanWords } from './wording'
import './plan-editor.css'

interface PlanEditorProps {
  centreId: string
  /** Null for a new one. */
  activityId: string | null
  now: number
  onSaved: (activityId: string) => void
}

/** One calm form for one activity, with what comes of it beside or below; saved, published, changed. */
export function PlanEditor({ centreId, activityId, now, onSaved }: PlanEditorProps) {
  const editor = usePlanEditor(centreId, activityId)
  const { draft, plan, answer, busy } = editor
  const today = dateOf(now)
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const published = draft?.state === 'published'
  const asked = usePlanPreview(centreId, draft?.activityId ?? null, plan)
  const preview = asked.current ? asked.value : null
  if (draft === null || (activityId !== null && draft.activityId === null)) {
    if (!answer.failure) return <Skeleton kind="detail" />
    return <Unread answer={answer} words={getPlanWords} now={now} />
  }
  const missing: Wrong = {
    ...wrongOf(draft.form),
    ...(published && needsReason(preview, draft.reason) && { reason: '写一句为什么，至少两个字' }),
  }
  const wrong = { ...(tried && missing), ...editor.refused }
  const changed = !published || (plan !== null && isChanged(plan, draft.before, draft.cover))

  /** Does it once everything is there; says at the fields what is not. */
  const whenReady = (work: (ready: Plan) => void): void => {
    setTried(true)
    const first = firstWrong(missing)
    if (first) notice(first.sentence)
    else if (plan) work(plan)
  }
  const done = (saved: Saved | null, words: string): void => {
    setAsking(false)
    if (saved === null) return
    notice(saved.told > 0 ? `${words}，告诉了 ${saved.told} 人` : words)
    editor.drop()
    onSaved(saved.activityId)
  }
  const save = (): void =>
    whenReady((ready) => void editor.save(ready).then((saved) => done(saved, '存好了')))
  const publish = async (ready: Plan) => done(await editor.publish(ready), '发布了，居民能看到了')

  if (editor.meanwhile && plan) {
    return (
      <ConflictView
        mine={plan}
        before={draft.before}
        meanwhile={editor.meanwhile}
        busy={busy}
        now={now}
        onSettle={(settled) => void editor.settle(settled).then((saved) => done(saved, '存好了'))}
        onLater={editor.later}
      />
    )
  }
  return (
    <>
      <DraftNote foundFrom={editor.foundFrom} now={now} onDrop={editor.drop} />
      <View className="desk-columns">
        <View className="plan-pane">
          <PlanFields
            draft={draft}
            wrong={wrong}
            startsAt={plan && firstStart(plan, now)}
            hung={answer.value?.cover != null}
            today={today}
            now={now}
            onChange={editor.change}
          />
        </View>
        <View className="plan-pane">
          <PlanPreviewPane
            form={draft.form}
            plan={plan}
            preview={preview}
            today={today}
            onChange={(when) => editor.change({ form: { ...draft.form, when } })}
          />
          <PreviewFailed failure={asked.failure} now={now} onAgain={asked.again} />
          {published && draft.before ? (
            <ChangePart
              before={draft.before}
              plan={plan}
              preview={preview}
              reason={draft.reason}
              wrong={wrong.reason}
              onReason={(reason) => editor.change({ reason })}
            />
          ) : null}
          <ProblemNote problem={editor.problem} />
          <View className="plan-acts">
            {published ? (
              <Button block busy={busy} disabled={!changed} onTap={save}>
                {!changed ? '没有要改的' : saveLabel(preview)}
              </Button>
            ) : (
              <>
                <Button block busy={busy && asking} onTap={() => whenReady(() => setAsking(true))}>
                  发布
                </Button>
                <Button kind="ghost" block busy={busy && !asking} onTap={save}>
                  存成草稿
                </Button>
              </>
            )}
          </View>
          {tried && firstWrong(missing) ? (
            <View className="note plan-missing">{`还差：${Object.values(missing).join('；')}`}</View>
          ) : null}
        </View>
      </View>
      <Confirm
        open={asking && plan !== null}
        title="发布？"
        body={plan ? <WhatResidentsSee plan={plan} preview={preview} now={now} /> : null}
        yes="发布"
        no="再看看"
        busy={busy}
        onYes={() => plan && void publish(plan)}
        onNo={() => setAsking(false)}
      />
    </>
  )
}

/** What residents will see once it is published, and from when they can book. */
function WhatResidentsSee(props: { plan: Plan; preview: PlanPreview | null; now: number }) {
  const { plan, preview, now } = props
  const starts = firstStart(plan, now)
  const when = plan.when.kind === 'rule' ? ruleInWords(plan.when.rule) : whenInShort(plan.when)
  return (
    <>
      <View className="sees-title">{plan.title}</View>
      <View className="number">{`${when}，${plan.place}`}</View>
      <View className="number">
        {plan.seating === null
          ? '不用报名，直接来。'
          : starts === null
            ? '日子都过了，没人能报。'
            : `${openingInWords(plan.seating, starts, now)}。`}
      </View>
      {preview && preview.roomClashes > 0 ? (
        <View className="sees-clash">{`有 ${preview.roomClashes} 次房间里还有别的。`}</View>
      ) : null}
      <View className="note">居民马上在课程和日历里看到。</View>
    </>
  )
}

const needsReason = (preview: PlanPreview | null, reason: string): boolean =>
  (preview?.people ?? 0) > 0 &&
  plainLine(reason, PLAN_LIMITS.reason.most).length < PLAN_LIMITS.reason.least

const isChanged = (plan: Plan, before: Plan | null, cover: unknown): boolean =>
  cover !== null || before === null || differences(plan, before).length > 0

const saveLabel = (preview: PlanPreview | null): string =>
  preview && preview.people > 0 ? `保存，告诉 ${preview.people} 人` : '保存'

/** When the next lesson begins that can still be booked, in milliseconds; null when none is to come. */
function firstStart(plan: Plan, now: number): number | null {
  const { when } = plan
  const starts =
    when.kind === 'lessons'
      ? when.lessons.map(({ startsAt }) => parseInstant(startsAt))
      : heldDays(when).map((date) => instantAt(date, when.rule.time))
  const first = [...starts].sort((a, b) => a - b).find((start) => start > now)
  return first ?? null
}
