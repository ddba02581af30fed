import { createHash } from 'node:crypto'
import type { Input } from '@/contract'
import { LOCAL_KEY_BYTES, centreKey, localKey } from '@/domain/access/key'
import type { Rule } from '@/domain/calendar/recurrence'
import type { SealedService } from '@/domain/consultation/consultation'
import type { SlotSpan } from '@/domain/consultation/office-hours'
import { dateOf } from '@/domain/time/date'
import { minutesOfDay, timeOf } from '@/domain/time/instant'
import type { OfficeActivity } from '@/cloud/store/queries/office-hours/activity'
import type { NewSlot, Office } from '@/cloud/store/queries/office-hours/publish'

type Hours = Input<'casework.publishHours'>['hours']

/** What the programme says of each service; what somebody comes for is asked on the form. */
const SHOWN: Readonly<
  Record<SealedService, Pick<OfficeActivity, 'title' | 'description' | 'host'>>
> = {
  legal: {
    title: '免费法律咨询',
    description:
      '律师坐班，一人一个时段，关着门说，也可以打电话、用微信。房子、婚姻、工钱、邻里的事都能问。写下的事只有接待您的律师看得到。',
    host: '签约律师',
  },
  mediation: {
    title: '矛盾调解',
    description:
      '邻里、家里、物业闹了别扭，调解员两边都听，帮着商量出办法。写下的事只有接待您的调解员看得到。',
    host: '人民调解员',
  },
}

/**
 * The activity of an office. Each professional has one of their own for a service in a centre, because
 * two may sit at the same time and an activity has one occurrence at a time (RFC 5545 RECURRENCE-ID).
 */
export function activityOf(office: Office, place: string): OfficeActivity {
  const { centreId, service } = office
  const activityId = centreKey(centreId, `${service}-${stemOf(office)}`)
  return { ...SHOWN[service], centreId, activityId, category: 'legal', audience: 'everyone', place }
}

/** A slot with its key, which follows from whose it is and when it begins: published twice, it is one. */
export function slotOf(office: Office, { startsAt, endsAt }: SlotSpan): NewSlot {
  const day = dateOf(startsAt)
  const time = timeOf(startsAt).replace(':', '')
  const key = [stemOf(office), day.replaceAll('-', ''), time].join('-')
  return { poolId: centreKey(office.centreId, key), startsAt, endsAt, day }
}

/** Sixteen letters that name an office and tell nobody whose it is. */
function stemOf({ personId, service }: Office): string {
  const hash = createHash('sha256').update(`office ${service} ${personId}`).digest()
  return localKey(hash.subarray(0, LOCAL_KEY_BYTES))
}

/** The rule of an office that is open on these days, at least one, within the widest hours of its week. */
export function ruleOf(days: readonly string[], { weekly }: Pick<Hours, 'weekly'>): Rule {
  const spans = weekly.flatMap((one) => one.spans)
  const opens = spans.map((span) => span.opens).reduce((a, b) => (a < b ? a : b))
  const closes = spans.map((span) => span.closes).reduce((a, b) => (a > b ? a : b))
  const durationMinutes = minutesOfDay(closes) - minutesOfDay(opens)
  return { frequency: 'dates', dates: [...days], startsOn: days[0]!, time: opens, durationMinutes }
}
