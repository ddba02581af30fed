import { SECOND, timeOf } from '@/domain/time/instant'
import { untilInWords } from '@/domain/time/words'
import type { Progress } from '@/gateway/call/tries'
import type { Fact } from '@/ui/facts/facts'

/** What is said when the page has another idea of the pool, or of whom it is for, than what was asked. */
export const CHANGED_MEANWHILE = '有变动，先不替您报了。要的话再点一次。'
export const TOO_LATE = '开放很久了，没有替您报。还要的话再点一次。'

/** 还有 37 秒 in the last minute, 还有 3 分钟 before; 到点了 once it has come. Instants in milliseconds. */
export function countdownInWords(until: number, now: number): string {
  const seconds = Math.ceil((until - now) / SECOND)
  if (seconds <= 0) return '到点了'
  return seconds <= 60 ? `还有 ${seconds} 秒` : untilInWords(until, now)!
}

/** 10:00 开放 */
export const opensAtInWords = (opensAt: number): string => `${timeOf(opensAt)} 开放`

/** What stands where somebody asked for seats before the opening. */
export const ASKED = {
  title: '到点替您报',
  note: '开放就送出。别离开这一页，离开就不算。',
  button: '不用替我报了',
}

/** What may be read of how seats are given at the opening; `withinMs` is the published span. */
export function openingRules(opensAt: number, withinMs: number): Fact[] {
  const within = `每部手机在 ${withinMs / SECOND} 秒里随机错开送出。`
  const beforehand = '到点替您送出，之前能收回。锁了屏，打开才会送。'
  return [
    { icon: 'clock', title: opensAtInWords(opensAt), note: '按中心的钟。手机的钟不准也不要紧。' },
    { icon: 'people', title: '不比谁手快', note: within },
    { icon: 'check', title: '可以先点好', note: beforehand },
  ]
}

/** How it stands with a booking that has no answer yet. */
export interface Waiting {
  title: string
  /** Small, beside the title. */
  count: string
  note: string
}

/** The words for what is under way; null for what leaves within the spread after an opening. */
export function waitingInWords(progress: Progress | null): Waiting {
  if (progress === null) return { title: '刚开放', count: '', note: '大家错开，马上送出' }
  const { step, tries } = progress
  if (step === 'sent') {
    if (tries === 1) return { title: '送出去了', count: '', note: '等中心回音' }
    return { title: '又送出去了', count: `第 ${tries} 次`, note: '还是同一份报名，不会报两次。' }
  }
  const count = `试了 ${tries} 次`
  if (progress.why === 'lost') {
    return { title: '还没等到回音', count, note: '没有丢，接着送。不会报两次。' }
  }
  const { waiting } = progress
  const kept = '没有丢，可以离开这一页。'
  if (waiting === null) return { title: '中心说等一下再送', count, note: kept }
  return { title: '人多，正在排', count, note: `这会儿 ${waiting} 位在等。${kept}` }
}

/** On the bar that fills until the next try; instants in milliseconds. */
export function barInWords(progress: Progress | null, now: number): string {
  if (progress === null) return '马上送出'
  if (progress.step === 'sent') {
    const seconds = Math.floor((now - progress.since) / SECOND)
    return seconds < 2 ? '等回音' : `等了 ${seconds} 秒`
  }
  const seconds = Math.ceil((progress.until - now) / SECOND)
  const again = progress.why === 'busy' ? '再问' : '再送'
  return seconds > 0 ? `${seconds} 秒后${again}` : `正在${again}`
}

/** What is read later by somebody who left the page before the answer came. */
export const bookedMeanwhile = (title: string): string => `“${title}”报上了。`
export const notBookedMeanwhile = (
  title: string,
  sentence: { title: string; next: string },
): string => `“${title}”：${sentence.title}。${sentence.next}`
