import { useState } from 'react'
import { View } from '@tarojs/components'
import { addDays, dateOf } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { dateInWords } from '@/domain/time/words'
import type { Question } from '@/gateway/answers/answers'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { plainLine } from '../plain-text'
import { READING, sentenceFor } from '../refusal-words'
import { useAnswer } from '../use-answer'
import { useTyped } from '../use-typed'
import { OptionChips } from './option-chips'
import { PLAN_LIMITS } from './plan'
import { clashesInWords, whomInWords } from './preview-words'
import { ProblemNote } from './problem-note'
import type { Standing } from './saving-words'
import { useWhole } from './use-whole'
import type { Whole } from './whole'
import { WhyField } from './why-field'
import { previewChangeWords } from './wording'
import './plan-detail.css'

const TITLES: Readonly<Record<Whole, string>> = {
  postpone: '整个延期几周？',
  cancel: '取消这个活动？',
  discard: '删掉这份草稿？',
}
const WEEKS = [1, 2, 3, 4, 6, 8].map((weeks) => ({ value: String(weeks), label: `${weeks} 周` }))

interface WholeSheetProps {
  /** Null closes it. */
  asked: Whole | null
  standing: Standing
  now: number
  onClose: () => void
  onDone: (what: Whole) => void
}

/** Postpones, cancels or deletes a whole activity: whom it concerns first, and why. */
export function WholeSheet({ asked, standing, now, onClose, onDone }: WholeSheetProps) {
  const [weeks, setWeeks] = useState('1')
  const { activityId } = standing
  const [reason, setReason, dropReason] = useTyped(`whole ${activityId} ${asked}`, '')
  const whole = useWhole(standing)
  const days = Number(weeks) * 7
  const question: Question<'programme.previewChange'> | null =
    asked === 'postpone' || asked === 'cancel'
      ? {
          operation: 'programme.previewChange',
          input: {
            activityId,
            change: asked === 'cancel' ? { kind: 'cancel' } : { kind: 'postpone', days },
          },
        }
      : null
  const preview = useAnswer(question)
  if (asked === null) return null
  const why = plainLine(reason, PLAN_LIMITS.reason.most)
  const ready = asked === 'discard' || why.length >= PLAN_LIMITS.reason.least
  const act = async (): Promise<void> => {
    if (!(await whole.act(asked, { days, reason: why }))) return
    dropReason()
    onDone(asked)
  }
  const people = preview.value?.people ?? 0
  const telling = people > 0 ? `，告诉 ${people} 人` : ''
  const label = {
    postpone: `延 ${weeks} 周${telling}`,
    cancel: `取消${telling || '活动'}`,
    discard: '删掉草稿',
  }[asked]
  return (
    <Sheet open title={TITLES[asked]} onClose={onClose}>
      {asked === 'discard' ? (
        <View>居民没看到过它。删了就找不回来了。</View>
      ) : (
        <>
          {asked === 'postpone' ? (
            <OptionChips label="往后几周" options={WEEKS} value={weeks} onChange={setWeeks} />
          ) : null}
          <View className="whole-note number" {...aria({ live: 'polite' })}>
            {whomItConcerns()}
          </View>
          <WhyField value={reason} onChange={setReason} />
        </>
      )}
      <ProblemNote problem={whole.problem} />
      <View className="whole-act">
        <Button
          block
          kind={asked === 'postpone' ? 'primary' : 'danger'}
          busy={whole.busy}
          disabled={!ready}
          onTap={() => void act()}
        >
          {ready ? label : '先写一句为什么'}
        </Button>
      </View>
    </Sheet>
  )

  function whomItConcerns(): string {
    const { value, failure } = preview
    if (failure) {
      const { title, next } = sentenceFor(previewChangeWords, READING, failure, now)
      return `${title}。${next}`
    }
    if (value === null) return '正在数有多少人…'
    const lessons = value.lessons.filter(({ change }) => change !== 'same' && change !== null)
    const first = lessons[0]
    const today = dateOf(now)
    const from = first && dateOf(parseInstant(first.startsAt))
    const what =
      asked === 'cancel'
        ? `还没上的 ${lessons.length} 课都不办了，取消以后不能恢复。`
        : from
          ? `还没上的 ${lessons.length} 课都往后 ${weeks} 周，下一课从 ${dateInWords(addDays(from, -days), today)} 改到 ${dateInWords(from, today)}。`
          : ''
    return [what, clashesInWords(value), whomInWords(value)].filter(Boolean).join('')
  }
}
