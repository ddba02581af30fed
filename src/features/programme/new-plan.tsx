import { useState } from 'react'
import { View } from '@tarojs/components'
import { nextTerm } from '@/domain/programme/next-term'
import { planOfTemplate, TEMPLATE_KEYS } from '@/domain/programme/templates'
import { addDays, dateOf } from '@/domain/time/date'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { Button } from '@/ui/button/button'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { Sheet } from '@/ui/sheet/sheet'
import { useWideDesk } from '@/ui/surface/desk'
import { type Sentence, sentenceFor, READING } from '../refusal-words'
import { planDraft } from './phone-plans'
import { draftOfForm, isBegun } from './plan-draft'
import { emptyForm, formOf, type PlanForm } from './plan-form'
import { PlanList } from './plan-list'
import { ProblemNote } from './problem-note'
import { TEMPLATE_WORDS } from './template-words'
import { getPlanWords } from './wording'
import './plan-editor.css'

/** A term later, so far ahead. */
const TERM_DAYS = 7

interface NewPlanProps {
  centreId: string
  now: number
  /** The form is ready to be filled in. */
  onBegun: () => void
}

/** How a new activity begins: from a template, as once more of the last term, or empty. */
export function NewPlan({ centreId, now, onBegun }: NewPlanProps) {
  const today = dateOf(now)
  const wide = useWideDesk()
  const kept = planDraft({ centreId, activityId: null })
  const [copying, setCopying] = useState(false)
  const [waiting, setWaiting] = useState<PlanForm | null>(null)
  const [problem, setProblem] = useState<Sentence | null>(null)

  const start = (form: PlanForm): void => {
    kept.drop()
    kept.change(draftOfForm(form))
    onBegun()
  }
  /** Asks first where something was begun that nobody saved. */
  const begin = async (form: PlanForm): Promise<void> => {
    await kept.load()
    const { draft } = kept.state.getState()
    if (draft && isBegun(draft)) setWaiting(form)
    else start(form)
  }
  const copy = async (activityId: string): Promise<void> => {
    setProblem(null)
    const reply = await call('programme.get', { activityId })
    if (!reply.ok) {
      return setProblem(sentenceFor(getPlanWords, READING, reply as Failure, now))
    }
    const plan = nextTerm(reply.value.plan, addDays(today, TERM_DAYS))
    return begin(formOf(plan, today))
  }
  return (
    <>
      <View className="desk-columns">
        {copying ? null : (
          <View className="plan-pane">
            <Section title="照一个样子开" note="日子、名额都填好了，改改就行">
              <Rows label="样子">
                {TEMPLATE_KEYS.map((key) => {
                  const { title, note } = TEMPLATE_WORDS[key]
                  const plan = planOfTemplate(key, today)
                  return (
                    <Row
                      key={key}
                      seal={plan.category}
                      title={title}
                      note={note}
                      label={`${title}，${note}`}
                      onTap={() => void begin(formOf(plan, today))}
                    />
                  )
                })}
              </Rows>
            </Section>
            <View className="plan-acts">
              {wide ? null : (
                <Button kind="ghost" block onTap={() => setCopying(true)}>
                  照上学期的再开一期
                </Button>
              )}
              <Button
                kind={wide ? 'ghost' : 'quiet'}
                block
                onTap={() => void begin(emptyForm(today))}
              >
                从空白开始
              </Button>
            </View>
          </View>
        )}
        {copying || wide ? (
          <View className="plan-pane">
            <Section
              title="照哪一个再开一期"
              {...(copying && { more: { label: '不照了', onTap: () => setCopying(false) } })}
            >
              <ProblemNote problem={problem} />
              <PlanList
                centreId={centreId}
                chosen={null}
                now={now}
                onChoose={(activityId) => void copy(activityId)}
              />
            </Section>
          </View>
        ) : null}
      </View>
      <Sheet open={waiting !== null} title="上次写的还没存" onClose={() => setWaiting(null)}>
        <View>{`“${unsavedTitle()}”写了一半，还在这部手机里。`}</View>
        <View className="plan-acts">
          <Button
            block
            onTap={() => {
              setWaiting(null)
              onBegun()
            }}
          >
            接着上次的写
          </Button>
          <Button
            kind="quiet"
            block
            onTap={() => {
              if (waiting) start(waiting)
              setWaiting(null)
            }}
          >
            不要了，从头写
          </Button>
        </View>
      </Sheet>
    </>
  )

  function unsavedTitle(): string {
    return kept.state.getState().draft?.form.title.trim() || '没有名字的活动'
  }
}
