import type {
  Channel,
  ConsultationState,
  FeedbackKind,
  Outcome,
  SealedService,
} from '@/domain/consultation/consultation'

export { FEEDBACK_NAMES } from '@/domain/consultation/words'

type Choices<Value extends string> = readonly { value: Value; label: string; note?: string }[]

/** What a service is called where somebody asks for it. */
export const SERVICE_NAMES: Readonly<Record<SealedService, string>> = {
  legal: '问律师',
  mediation: '找调解',
}

/** Who takes it, as residents say it. */
export const WHO: Readonly<Record<SealedService, string>> = { legal: '律师', mediation: '调解员' }

export const CHANNEL_CHOICES: Choices<Channel> = [
  { value: 'in-person', label: '当面', note: '在中心见，不用留号码' },
  { value: 'phone', label: '电话', note: '到时打给您' },
  { value: 'wechat', label: '微信', note: '到时加您' },
]

export const FEEDBACK_CHOICES: Choices<FeedbackKind> = [
  { value: 'complaint', label: '投诉', note: '有什么没做好' },
  { value: 'suggestion', label: '建议', note: '怎样会更好' },
  { value: 'praise', label: '表扬', note: '谁帮到了您' },
]

/** How a consultation ended, as the resident reads it. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  advised: '问清楚了',
  settled: '说和了',
  unsettled: '没有说和',
  referred: '转给了司法所',
  'no-show': '没有见上',
  other: '办完了',
}

/** The four steps that everything takes (受理 → 分派 → 进行中 → 结果). */
export function stepNames(service: 'legal' | 'mediation' | 'feedback'): readonly string[] {
  if (service === 'feedback') return ['收到', '答复']
  return ['受理', '分派', service === 'mediation' ? '调解中' : '进行中', '结果']
}

/** Which of the steps a state stands at, from 0; withdrawn stands nowhere. */
export const STEP_OF: Readonly<Record<ConsultationState, number | null>> = {
  received: 0,
  assigned: 1,
  accepted: 2,
  closed: 3,
  withdrawn: null,
}

/** Whether anything can still be done about it. */
export function isUnderWay(state: ConsultationState): boolean {
  return state !== 'closed' && state !== 'withdrawn'
}

/** The five answers to whether it helped, best first. */
export const RATINGS: Choices<'5' | '4' | '3' | '2' | '1'> = [
  { value: '5', label: '帮了大忙' },
  { value: '4', label: '有帮助' },
  { value: '3', label: '一般' },
  { value: '2', label: '帮助不大' },
  { value: '1', label: '没帮上' },
]
