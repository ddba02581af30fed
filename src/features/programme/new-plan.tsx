import { useState } from 'react'
import { View } from '@tarojs/components'
import { nextTerm } from '@/domain/programme/next-term'
import { planOfTemplate, TEMPLATE_KEYS, type TemplateKey } from '@/domain/programme/templates'
import { addDays, dateOf } from '@/domain/time/date'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { Button } from '@/ui/button/button'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { Sheet } from '@/ui/sheet/sheet'
import { type Sentence, sentenceFor, READING } from '../refusal-words'
import { planDraft } from './phone-plans'
import { draftOfForm, isBegun } from './plan-draft'
import { emptyForm, formOf, type PlanForm } from './plan-form'
import { PlanList } from './plan-list'
import { ProblemNote } from './problem-note'
import { getPlanWords } from './wording'
import './plan-editor.css'

/** What each template is for, in one sentence. */
const TEMPLATE_WORDS: Readonly<Record<TemplateKey, { title: string; note: string }>> = {
  'weekly-lecture': { title: '社区大讲堂', note: '每周一次，谁都能来听，一次一次报' },
  'night-school': { title: '社区夜校', note: '12 个晚上，一次报整期，请假的座位让给候补' },
  'children-course': { title: '少儿课程', note: '8 节周末课，家长给孩子报' },
  'open-club': { title: '健身、文艺队', note: '每周都有，不用报名，直接来' },
  clinic: { title: '义诊', note: '一人一个号，到了按号叫' },
  workshop: { title: '手工活动', note: '只一次，限名额' },
  screening: { title: '放电影', note: '只一晚，不用报名' },
}
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
      {copying ? (
        <Section
          title="照哪一个再开一期"
          more={{ label: '不照了', onTap: () => setCopying(false) }}
        >
          <ProblemNote problem={problem} />
          <PlanList
            centreId={centreId}
            chosen={null}
            now={now}
            onChoose={(activityId) => void copy(activityId)}
          />
        </Section>
      ) : (
        <>
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
            <Button kind="ghost" block onTap={() => setCopying(true)}>
              照上学期的再开一期
            </Button>
            <Button kind="quiet" block onTap={() => void begin(emptyForm(today))}>
              从空白开始
            </Button>
          </View>
        </>
      )}
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
