import type { Output } from '@/contract'
import { type Facility, FACILITY_NAMES } from '@/domain/stations/facility'
import type { ReportKind, Settlement } from '@/domain/stations/station'
import type { Sentence } from '../refusal-words'

type Told = Output<'stations.report'>

/** What can be said besides that all is well. */
export type Complaint = Exclude<ReportKind, 'fine'>

export const COMPLAINTS: readonly { value: Complaint; label: string; note: string }[] = [
  { value: 'closed', label: '锁着门', note: '该开的时候进不去' },
  { value: 'broken', label: '东西坏了', note: '充电、热水这些用不了' },
  { value: 'moved', label: '搬走了', note: '这里已经没有驿站' },
]

/** 说锁着门, 说充电坏了: what somebody said, after the fact. */
export function saidInWords(kind: ReportKind, facility: Facility | null): string {
  if (kind === 'closed') return '说锁着门'
  if (kind === 'moved') return '说搬走了'
  if (kind === 'fine') return '说开着'
  return `说${facility ? FACILITY_NAMES[facility] : '东西'}坏了`
}

/** Thanks, and what happens next. */
export function thanksFor(kind: ReportKind, facility: Facility | null, told: Told): Sentence {
  const title = '记下了，谢谢您'
  if (kind === 'fine') return { title, next: '后来的人会看到“刚刚有人说开着”。' }
  if (kind === 'closed') {
    return told.doubt
      ? { title, next: '几个人都这样说，附近的骑手会看到“可能关闭”，中心也会去看。' }
      : { title, next: '再有一个人这样说，就会提醒附近的骑手。' }
  }
  if (kind === 'moved') return { title, next: '再有一个人这样说，中心就会去看，搬了就从名单撤下。' }
  const name = facility ? FACILITY_NAMES[facility] : '它'
  const state = told.facilities.find((one) => one.facility === facility)?.state
  return state === undefined || state === 'working'
    ? { title, next: `再有一个人说${name}坏了，就会标出来，中心会去修。` }
    : { title, next: `几个人都说${name}坏了，已经标出来，中心会去修。` }
}

/** What came of a report, as the person who said it reads it. */
export const SETTLED_WORDS: Readonly<Record<Settlement, string>> = {
  fixed: '修好了，谢谢您',
  'fine-after-all': '去看过了，是好的',
  'will-take-time': '知道了，要等几天',
  gone: '这里不开了，已从名单撤下',
}

/** The same as staff choose it. */
export const SETTLEMENT_CHOICES: readonly { value: Settlement; label: string; note: string }[] = [
  { value: 'fixed', label: '办好了', note: '门开了，东西修好了' },
  { value: 'fine-after-all', label: '去看了，没问题', note: '说的人会看到这句话' },
  { value: 'will-take-time', label: '要等几天', note: '先标着，办好了再答一次' },
  { value: 'gone', label: '这里没有了', note: '从名单撤下' },
]
