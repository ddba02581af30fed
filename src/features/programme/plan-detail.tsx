import { useState } from 'react'
import { View } from '@tarojs/components'
import { SEALS } from '@/domain/calendar/seal'
import { agesInWords } from '@/domain/seats/eligibility-words'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { type Fact, Facts } from '@/ui/facts/facts'
import { Seal } from '@/ui/seal/seal'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Tag } from '@/ui/tag/tag'
import { ActivityCover } from '../activity-cover'
import { Copied, Unread } from '../answer-states'
import { whenInShort } from './differences'
import type { Plan } from './plan'
import type { Standing } from './saving-words'
import { seatsInWords } from './seats-words'
import { usePlan } from './use-plans'
import type { Whole } from './whole'
import { WholeSheet } from './whole-sheet'
import { getPlanWords } from './wording'
import './plan-detail.css'
import './plan-editor.css'

interface PlanDetailProps {
  activityId: string
  now: number
  onEdit: () => void
  onLessons: () => void
  onSee: () => void
  /** It is no more. */
  onGone: () => void
}

const TAGS = {
  draft: { tone: 'waiting', text: '草稿，居民看不到' },
  published: { tone: 'free', text: '已发布' },
  cancelled: { tone: 'full', text: '已取消' },
} as const

/** One activity as it stands, for staff, and what can be done with it. */
export function PlanDetail(props: PlanDetailProps) {
  const { activityId, now, onEdit, onLessons, onSee, onGone } = props
  const answer = usePlan(activityId)
  const [asked, ask] = useState<Whole | null>(null)
  const { value } = answer
  if (value === null) {
    if (!answer.failure) return <Skeleton kind="detail" />
    return <Unread answer={answer} words={getPlanWords} now={now} />
  }
  const plan = value.plan
  const { state, toCome } = value
  const alive = state === 'published' && toCome > 0
  return (
    <>
      <View>
        <Copied answer={answer} now={now} />
        <ActivityCover {...value} {...plan} />
        <View className="plan-head">
          <Seal category={plan.category} size={52} />
          <View className="plan-head-words">
            <View className="plan-title">{plan.title}</View>
            <View className="note">{SEALS[plan.category].name}</View>
          </View>
        </View>
        <View className="plan-tag">
          <Tag tone={TAGS[state].tone}>{TAGS[state].text}</Tag>
        </View>
        <Card>
          <Facts items={factsOf(value, plan)} />
        </Card>
        <View className="note number plan-changed">{changedInWords(value, now)}</View>
      </View>
      <View className="plan-pane">
        <Section title="办一办">
          <View className="plan-do">
            {state === 'cancelled' ? null : (
              <Button block onTap={onEdit}>
                {state === 'draft' ? '接着写，再发布' : '改一改'}
              </Button>
            )}
            {alive ? (
              <>
                <Button kind="ghost" block onTap={onLessons}>
                  移动一课
                </Button>
                <Button kind="ghost" block onTap={() => ask('postpone')}>
                  整个延期
                </Button>
              </>
            ) : null}
            {state === 'draft' ? null : (
              <Button kind="ghost" block onTap={onSee}>
                看居民看到的
              </Button>
            )}
            {alive ? (
              <Button kind="quiet" block onTap={() => ask('cancel')}>
                取消这个活动
              </Button>
            ) : null}
            {state === 'draft' ? (
              <Button kind="quiet" block onTap={() => ask('discard')}>
                删掉草稿
              </Button>
            ) : null}
          </View>
        </Section>
      </View>
      <WholeSheet
        key={asked ?? 'none'}
        asked={asked}
        standing={value}
        now={now}
        onClose={() => ask(null)}
        onDone={(what) => {
          ask(null)
          if (what === 'discard') onGone()
          else void answer.refresh()
        }}
      />
    </>
  )
}

function factsOf({ state, toCome, taken }: Standing, plan: Plan): Fact[] {
  const seats = seatsInWords(plan.seating)
  const ages = plan.ages && agesInWords(plan.ages)
  return [
    {
      icon: 'clock',
      title: <View className="number">{whenInShort(plan.when)}</View>,
      note: state === 'draft' ? null : toCome > 0 ? `还有 ${toCome} 课` : '都办完了',
    },
    { icon: 'pin', title: plan.place },
    {
      icon: 'ticket',
      title: seats,
      note: plan.seating && state !== 'draft' ? `报出去 ${taken} 个名额` : null,
    },
    ...(plan.host === '' ? [] : [{ icon: 'host' as const, title: plan.host }]),
    ...(ages ? [{ icon: 'people' as const, title: ages }] : []),
    ...(plan.bring === null ? [] : [{ icon: 'bag' as const, title: plan.bring }]),
  ]
}

function changedInWords({ changedAt, changedBy }: Standing, now: number): string {
  const when = momentInWords(parseInstant(changedAt), now)
  return changedBy ? `${changedBy}在 ${when} 改的` : `${when} 改的`
}
