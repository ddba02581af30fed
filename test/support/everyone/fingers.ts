import type { WeappInJsdom } from '../weapp/jsdom/weapp-in-jsdom'
import { fire } from '../weapp/platform/fire'

/** Of the rows, chips and tiles of one kind so many are tapped: what one does, all do. */
const OF_ONE_KIND = 2
const KINDS = /row|card|chip|cell|option|day|door|tile|span|hour/

/** Something that can be tapped or written into, and how to find it again when the page was redrawn. */
export interface Touchable {
  key: string
  element: Element
}

/** What can be tapped on the page on top, but the way back. */
export function tappables(weapp: WeappInJsdom): Touchable[] {
  const all = weapp.top.frame.querySelectorAll('.tap:not(.tap-off), .button:not(.button-off)')
  const counts = new Map<string, number>()
  return Array.from(all).flatMap((element) => {
    const { className } = element
    if (element.classList.contains('screen-back')) return []
    const count = (counts.get(className) ?? 0) + 1
    counts.set(className, count)
    if (KINDS.test(className) && count > OF_ONE_KIND) return []
    const words = element.textContent?.trim().slice(0, 24) ?? ''
    return [{ key: `${className.split(' ').pop()} 「${words}」`, element }]
  })
}

/** The fields of the page on top, by what stands over them. */
export function fields(weapp: WeappInJsdom): Touchable[] {
  return Array.from(weapp.top.frame.querySelectorAll('wx-input, wx-textarea')).map((element) => {
    const around = element.closest('.text-field, .text-area')
    const label = around?.querySelector('.text-label, .text-area-label')
    return { key: label?.textContent ?? '找', element }
  })
}

/** Types into a field, as the phone's keyboard does. */
export function typeInto(field: Element, words: string): void {
  fire(field, 'input', { value: words, cursor: words.length, keyCode: 0 })
}

/** Whether a page holds words anywhere: in its text or in a field. */
export function holds(weapp: WeappInJsdom, words: string): boolean {
  return JSON.stringify(weapp.top.instance.data).includes(words)
}

/** Taps the way back of the bar at the top. */
export function tapBack(weapp: WeappInJsdom): void {
  weapp.tapOn(weapp.top.frame.querySelector('.screen-back')!)
}
