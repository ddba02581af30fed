import type { Output } from '@/contract'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import type { TagTone } from '@/ui/tag/tag'
import { untilMoment } from './words'

export type List = Output<'waitlist.list'>
export type Listed = List['entries'][number]

/** A line of the list as staff read it: 第 2 位 · 等 2 席, and how it stands; no names. */
export function listedRow(entry: Listed, now: number) {
  const { state, position, seats, joinedAt, offerUntil, saved, passedOver, moved } = entry
  const title = position === null ? `留了 ${seats} 席` : `第 ${position} 位 · 等 ${seats} 席`
  const facts = [
    `${momentInWords(parseInstant(joinedAt), now)} 排的`,
    passedOver > 0 ? `坐不下，让过 ${passedOver} 次` : null,
    saved > 0 ? `攒了 ${saved} 席` : null,
  ].filter(Boolean)
  const lines = [facts.join(' · '), ...(moved ? [`提到过最前：${moved.reason}`] : [])]
  const tag: { tone: TagTone; text: string } =
    state === 'offered' && offerUntil !== null
      ? { tone: 'waiting', text: untilMoment('留到', parseInstant(offerUntil), now) }
      : { tone: 'info', text: '在等' }
  return { title, lines, tag, label: [title, ...lines, tag.text].join('，') }
}

/** 5 位在等，1 位正在确认; of what of the list is known. */
export function listInWords({ waiting, entries }: List): string {
  return waitersInWords({
    waiting,
    offered: entries.filter(({ state }) => state === 'offered').length,
  })
}

/** The same, of how many there are. */
export function waitersInWords({ waiting, offered }: { waiting: number; offered: number }): string {
  const others = offered > 0 ? `，${offered} 位正在确认` : ''
  return waiting > 0 ? `${waiting} 位在等${others}` : `没有人在等${others}`
}

/** Whether an entry can be put at the front: it waits, and somebody is before it. */
export function canMoveUp({ state, position }: Listed): boolean {
  return state === 'waiting' && position !== null && position > 1
}

/** What makes a reason that the server takes. */
export const REASON = { least: 2, most: 60 }

/** One plain line, as everybody on the list reads it. */
export function plainReason(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
