import type { SealedService } from '@/domain/consultation/consultation'
import type { Scale } from '@/ui/appearance'
import { contactOf, type Draft } from './draft'

/** One question of the form. */
export type Part =
  | 'kind'
  | 'story'
  | 'files'
  | 'others'
  | 'place'
  | 'name'
  | 'channel'
  | 'time'
  | 'review'

/** The questions of one screen of the form. */
export type Step = readonly Part[]

/** The screens of the form: a few questions on each in 标准, one in 大字. */
export function stepsOf(service: SealedService, scale: Scale): readonly Step[] {
  const mediation = service === 'mediation'
  const wanted = (part: Part): boolean => part !== 'place' || mediation
  const steps: Step[] =
    scale === 'large'
      ? [['kind'], ['story'], ['files'], ['others'], ['place'], ['name'], ['channel'], ['time']]
      : [['kind', 'story', 'files'], ['others', 'place', 'name', 'channel'], ['time']]
  return [...steps, ['review'] as Step]
    .map((step) => step.filter(wanted))
    .filter((step) => step.length > 0)
}

/** Which of the screens asks a question, from 0; the first one for a question that none asks. */
export function stepAt(steps: readonly Step[], part: string): number {
  return Math.max(
    0,
    steps.findIndex((step) => (step as readonly string[]).includes(part)),
  )
}

/** What is still to be filled in on a screen before the next one, in words; null for nothing. */
export function missingOn(step: Step, draft: Draft): string | null {
  if (step.includes('kind') && draft.kind === null) return '先选一个方面'
  const { name, channel, reach } = contactOf(draft)
  if (step.includes('name') && name === '') return '先写个称呼'
  if (step.includes('channel') && channel !== 'in-person' && reach === '') {
    return channel === 'phone' ? '先留个电话' : '先留个微信号'
  }
  if (step.includes('time') && draft.time === null) return '先选一个时间'
  return null
}

const NEXT: Readonly<Record<Part, string>> = {
  kind: '下一步',
  story: '下一步',
  files: '下一步',
  others: '下一步',
  place: '下一步',
  name: '下一步',
  channel: '下一步',
  time: '选时间',
  review: '看一遍',
}

/** What the button says that leads to a screen. */
export function nextWords(next: Step | undefined): string {
  return next ? NEXT[next[0]!] : '送出'
}
