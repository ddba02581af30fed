import type { Output } from '@/contract'
import { parseInstant } from '@/domain/time/instant'
import type { TagTone } from '@/ui/tag/tag'
import { at } from './ballot-words'

export type Held = Output<'ballot.list'>['ballots'][number]

/** What a ballot is for: 少儿围棋（上午班）等 2 班. */
export function heldTitle({ titles }: Pick<Held, 'titles'>): string {
  const [first = '摇号', ...others] = titles
  return others.length > 0 ? `${first}等 ${titles.length} 班` : first
}

/** How a ballot stands for those who hold it; `due` when the number can be entered. */
export function heldStanding(
  held: Held,
  now: number,
): { tag: { tone: TagTone; text: string }; note: string; due: boolean } {
  const { state, closesAt, numberAt, numberSource, entries, drawnAt, enteredBy, enteredByMe } = held
  const entered = `${entries} 份登记`
  if (state === 'open') {
    const note = `${entered}，${at(closesAt, now)} 截止`
    return { tag: { tone: 'info', text: '登记中' }, note, due: false }
  }
  if (state === 'drawn') {
    const note = `${entered}，${drawnAt ? at(drawnAt, now) : ''} 摇的`
    return { tag: { tone: 'quiet', text: '摇好了' }, note, due: false }
  }
  if (held.number !== null) {
    const note = `${entered}，数字对上了，几分钟里就摇`
    return { tag: { tone: 'waiting', text: '正在摇' }, note, due: false }
  }
  if (now < parseInstant(numberAt)) {
    const note = `${entered}，${at(numberAt, now)} 公布${numberSource}`
    return { tag: { tone: 'waiting', text: '等数字' }, note, due: false }
  }
  const who =
    enteredBy === 0 ? '还没人录' : enteredByMe ? '您录过了，等同事再录' : '同事录过了，等您再录'
  return { tag: { tone: 'full', text: '要录数字' }, note: `${entered}，${who}`, due: true }
}

/** What whoever enters the number has to know. */
export function numberHint({ enteredBy, enteredByMe }: Held): string {
  if (enteredBy === 0) return '要两位工作人员各录一遍，您是第一位。'
  return enteredByMe
    ? '您已经录过一遍。录错了可以改，等另一位同事也录一遍。'
    : '同事录过一遍了。您照着公布的原文再录一遍，对上就摇，不能再改。'
}
