import type {
  Channel,
  ConsultationState,
  FeedbackKind,
  MatterKind,
  Outcome,
  Service,
} from './consultation'

/** What somebody brings, as people say it. */
export const SERVICE_NAMES: Readonly<Record<Service, string>> = {
  legal: '法律咨询',
  mediation: '矛盾调解',
  feedback: '投诉建议',
}

export const MATTER_NAMES: Readonly<Record<MatterKind, string>> = {
  'marriage-family': '婚姻家庭',
  'inheritance-support': '继承赡养',
  labour: '劳动',
  housing: '房产物业',
  neighbours: '邻里',
  debt: '债务',
  consumer: '消费',
  injury: '受伤赔偿',
  other: '其他',
}

export const FEEDBACK_NAMES: Readonly<Record<FeedbackKind, string>> = {
  complaint: '投诉',
  suggestion: '建议',
  praise: '表扬',
}

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  'in-person': '当面',
  phone: '电话',
  wechat: '微信',
}

export const STATE_NAMES: Readonly<Record<ConsultationState, string>> = {
  received: '等着分派',
  assigned: '等着回话',
  accepted: '接下了',
  closed: '办完了',
  withdrawn: '撤回了',
}

export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
  advised: '给了建议',
  settled: '谈拢了',
  unsettled: '没谈拢',
  referred: '转给司法所',
  'no-show': '没来',
  other: '其他',
}
