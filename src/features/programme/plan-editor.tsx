import { useState } from 'react'
import { View } from '@tarojs/components'
import { dateOf } from '@/domain/time/date'
import { Button } from '@/ui/button/button'
import { notice } from '@/ui/notice/notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Unread } from '../answer-states'
import { DraftNote } from '../draft-note'
import { ChangePart } from './change-part'
import { ConflictView } from './conflict-view'
import { firstStart } from './first-start'
import type { Plan } from './plan'
import { wrongInOrder, wrongOf, type Wrong } from './plan-check'
import { isChanged, needsReason } from './plan-draft'
import { PlanFields } from './plan-fields'
import { PlanFoot } from './plan-foot'
import { PlanPreviewPane } from './plan-preview'
import { PreviewFailed } from './preview-failed'
import { PublishSure } from './publish-sure'
import { usePlanEditor, type Saved } from './use-plan-editor'
import { usePlanPreview } from './use-plan-preview'
import { usePlaces } from './use-plans'
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
  const places = usePlaces(centreId)
  const asked = usePlanPreview(centreId, draft?.activityId ?? null, plan)
  const preview = asked.current ? asked.value : null
  if (draft === null || (activityId !== null && draft.activityId === null)) {
    if (!answer.failure) return <Skeleton kind="detail" />
    return <Unread answer={answer} words={getPlanWords} now={now} />
  }
  const missing: Wrong = {
    ...wrongOf(draft.form),
    ...(published && needsReason(draft, preview) && { reason: '写一句为什么，至少两个字' }),
  }
  const wrong = { ...(tried && missing), ...editor.refused }
  const changed = !published || (plan !== null && isChanged(draft, plan))

  /** Does it once everything is there; says at the fields and beside the buttons what is not. */
  const whenReady = (work: (ready: Plan) => void): void => {
    setTried(true)
    if (plan && wrongInOrder(missing).length === 0) work(plan)
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
            places={places}
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
        </View>
      </View>
      <PlanFoot missing={tried ? wrongInOrder(missing) : []} problem={editor.problem}>
        {published ? (
          <Button block busy={busy} disabled={!changed} onTap={save}>
            {changed ? saveLabel(preview) : '没有要改的'}
          </Button>
        ) : (
          <>
            <Button kind="ghost" block busy={busy && !asking} onTap={save}>
              存成草稿
            </Button>
            <Button block busy={busy && asking} onTap={() => whenReady(() => setAsking(true))}>
              发布
            </Button>
          </>
        )}
      </PlanFoot>
      <PublishSure
        open={asking}
        plan={plan}
        preview={preview}
        busy={busy}
        now={now}
        onYes={(ready) => void publish(ready)}
        onNo={() => setAsking(false)}
      />
    </>
  )
}

const saveLabel = (preview: PlanPreview | null): string =>
  preview && preview.people > 0 ? `保存，告诉 ${preview.people} 人` : '保存'
