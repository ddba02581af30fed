import type { Output } from '@/contract'
import {
  CONTEST_LAPSES_AFTER,
  DELAYING_WEIGHT,
  STRIKE_DELAY,
  STRIKE_WEIGHT,
  type StrikeKind,
} from '@/domain/attendance/strike'
import { dateOf } from '@/domain/time/date'
import { DAY, HOUR, parseInstant } from '@/domain/time/instant'
import { dateInWords, momentInWords, monthDayInWords } from '@/domain/time/words'
import type { TagTone } from '@/ui/tag/tag'

export type Mine = Output<'attendance.mine'>
export type Strike = Mine['strikes'][number]
export type Standing = Mine['centres'][number]

const times = (weight: number): number => weight / STRIKE_WEIGHT.absent

/** 半次, 1 次, 1 次半, of what strikes weigh together. */
export function timesInWords(weight: number): string {
  const whole = Math.floor(times(weight))
  const half = times(weight) > whole
  if (whole === 0) return half ? '半次' : '0 次'
  return `${whole} 次${half ? '半' : ''}`
}

/** The published rule, in three sentences. */
export const RULE: readonly string[] = [
  `报了名没来，记 1 次；过了能退的时间才退，座位还来得及给别人，只记${timesInWords(STRIKE_WEIGHT['late-cancel'])}。`,
  `一个学期记满 ${times(DELAYING_WEIGHT)} 次，再开放的课要晚一点报。最多晚 ${STRIKE_DELAY / HOUR} 小时，不会不让您报。学期结束就清零。`,
  `记错了，或者有难处，点“有话说”就行，不用写理由。工作人员看之前，先不算。`,
]

const KINDS: Readonly<Record<StrikeKind, string>> = { absent: '没来', 'late-cancel': '退晚了' }

/** 没来，记 1 次, or 没来 alone where it does not count. */
export function strikeWhat({
  kind,
  weight,
  state,
}: Pick<Strike, 'kind' | 'weight' | 'state'>): string {
  return state === 'waived' ? KINDS[kind] : `${KINDS[kind]}，记${spaced(timesInWords(weight))}`
}

/** Figures stand off from the characters before them: 记 1 次, but 记半次. */
function spaced(words: string): string {
  return /^\d/.test(words) ? ` ${words}` : words
}

/** 11月26日 周四 19:00 · 农业银行社区 */
export function strikeWhen({ startsAt, centreName }: Strike, now: number): string {
  return `${momentInWords(parseInstant(startsAt), now)} · ${centreName}`
}

/** Whether it can be contested: nobody has looked at it, and it has not expired. */
export function canContest({ state, expiresAt }: Strike, now: number): boolean {
  return state === 'standing' && parseInstant(expiresAt) > now
}

/** How it stands with a strike, in a tag and a sentence. */
export function strikeStanding(
  strike: Strike,
  now: number,
): { tag: { tone: TagTone; text: string }; words: string } {
  const { state, reason } = strike
  const expires = parseInstant(strike.expiresAt)
  const until = dateInWords(dateOf(expires), dateOf(now))
  if (state === 'waived') {
    const words = reason ? `工作人员说：${reason}` : '没有算，不用管它。'
    return { tag: { tone: 'free', text: '撤销了' }, words }
  }
  if (expires <= now) return { tag: { tone: 'quiet', text: '清零了' }, words: `${until}起不算了。` }
  if (state === 'contested') {
    const days = CONTEST_LAPSES_AFTER / DAY
    const words = `您说了，工作人员看之前先不算；${days} 天没人看，自动撤销。`
    return { tag: { tone: 'info', text: '先不算' }, words }
  }
  const words = `${until}清零。`
  if (state === 'upheld') {
    return {
      tag: { tone: 'waiting', text: '还算' },
      words: `工作人员说：${reason ?? ''}。${words}`,
    }
  }
  return { tag: { tone: 'waiting', text: '算着' }, words }
}

/** What counts now in a centre and what it leads to. */
export function standingInWords(standing: Standing): { title: string; note: string } {
  const { centreName, weight, delaysFrom, delayHours, until } = standing
  const ends = monthDayInWords(dateOf(parseInstant(until)))
  if (weight === 0) return { title: centreName, note: '现在没有算着的，报名跟大家一样。' }
  const title = `${centreName}：现在算${spaced(timesInWords(weight))}`
  if (delayHours !== null) {
    return {
      title,
      note: `报名开放以后，您晚一点能报，最多晚 ${delayHours} 小时，到 ${ends}为止。`,
    }
  }
  return { title, note: `报名跟大家一样。满 ${timesInWords(delaysFrom)}才会晚，${ends}清零。` }
}
