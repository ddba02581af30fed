import { remindersOf } from '@/domain/alerts/due'
import type { TemplateName } from '@/domain/alerts/purpose'
import { parseInstant } from '@/domain/time/instant'

/** When messages are asked for: after booking, waiting, entering a ballot, sending a private form. */
export type Moment =
  | { kind: 'booked'; startsAt: number; bookedAt: number; lessons: number }
  | { kind: 'waiting' }
  | { kind: 'entered' }
  | { kind: 'private' }

/** After booking: what can be reminded of is the next of its lessons. `now` in milliseconds. */
export function afterBooking(
  booking: {
    startsAt: string
    bookedAt: string
    lessons: number
    occurrences: readonly { startsAt: string }[]
  },
  now: number,
): Moment {
  const { lessons, occurrences } = booking
  const starts = occurrences.map(({ startsAt }) => parseInstant(startsAt))
  const startsAt = starts.find((one) => one > now) ?? parseInstant(booking.startsAt)
  return { kind: 'booked', startsAt, bookedAt: parseInstant(booking.bookedAt), lessons }
}

/** The templates that are of use then; of a lesson those whose reminders are still to come. Instants in ms. */
export function templatesFor(moment: Moment): TemplateName[] {
  switch (moment.kind) {
    case 'waiting':
    case 'entered':
      return ['seat']
    case 'private':
      return ['private']
    case 'booked': {
      const { startsAt, bookedAt } = moment
      const reminders = remindersOf(startsAt, bookedAt).map(({ purpose }) => purpose)
      return [
        ...(reminders.includes('lesson-tomorrow') ? (['tomorrow'] as const) : []),
        ...(reminders.includes('lesson-soon') ? (['soon'] as const) : []),
        'change',
      ]
    }
  }
}

/** What the button says. */
export const BUTTON: Readonly<Record<Moment['kind'], string>> = {
  booked: '到时候提醒我',
  waiting: '有座位时告诉我',
  entered: '摇出来告诉我',
  private: '有消息时告诉我',
}

/** What will happen, of these templates: 前一天傍晚和开课前两小时，微信各提醒一次。 */
export function promiseInWords(moment: Moment, templates: readonly TemplateName[]): string {
  switch (moment.kind) {
    case 'waiting':
      return '给您留了座，微信说一声。'
    case 'entered':
      return '摇完了，微信告诉您结果。'
    case 'private':
      return '微信里只说“您的预约有新消息”。'
    case 'booked': {
      const when = [
        ...(templates.includes('tomorrow') ? ['前一天傍晚'] : []),
        ...(templates.includes('soon') ? ['开课前两小时'] : []),
      ]
      const what = moment.lessons > 1 ? '下一课' : ''
      const reminders = `${what}${when.join('和')}，微信${when.length > 1 ? '各' : ''}提醒一次。`
      const also = when.length > 0 ? '也说一声' : '，微信说一声'
      const changes = templates.includes('change') ? `改期、取消${also}。` : ''
      return `${when.length > 0 ? reminders : ''}${changes}`
    }
  }
}

/** What stands under the button: what will happen, or what was accepted before and is still to come. */
export function standingInWords(
  moment: Moment,
  offered: readonly { template: TemplateName; left: number }[],
): string {
  // Each booking has reminders of its own.
  const left = moment.kind === 'booked' ? '' : leftInWords(offered)
  const names = offered.map(({ template }) => template)
  return left === '' ? promiseInWords(moment, names) : `${left}。再点多一条。`
}

const OF: Readonly<Record<TemplateName, string>> = {
  tomorrow: '前一天的提醒',
  soon: '开课前的提醒',
  seat: '轮到座位',
  change: '改期取消',
  private: '预约消息',
}

/** 微信里还会收到：前一天的提醒 2 条、改期取消 1 条; nothing where nothing was asked for. */
export function leftInWords(left: readonly { template: TemplateName; left: number }[]): string {
  const some = left.filter((one) => one.left > 0)
  if (some.length === 0) return ''
  return `微信还会告诉您：${some.map((one) => `${OF[one.template]} ${one.left} 条`).join('、')}`
}
