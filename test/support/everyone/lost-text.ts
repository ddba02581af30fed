import type { Page } from 'playwright-core'

/**
 * What of the text of a screen is lost, each in a sentence: cut off, sticking out of what it stands in,
 * written over by other text, or only to be seen by pushing the whole screen aside. What may be pushed by
 * itself (rows of chips, tables) loses nothing.
 */
export async function lostText(page: Page, within: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const root = Array.from(document.querySelectorAll<HTMLElement>(selector)).find(
      (element) => element.offsetWidth > 0,
    )
    if (!root) return [`nothing is shown within ${selector}`]
    const lost: string[] = []
    /** Rounding of browsers, in px. */
    const SLACK = 2
    type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>
    type Piece = { label: string; box: Box; seen: Box; element: Element; layer: Element | null }

    const isShown = (element: Element) => {
      for (let e: Element | null = element; e; e = e.parentElement) {
        const { visibility, display, opacity } = getComputedStyle(e)
        if (visibility === 'hidden' || display === 'none' || opacity === '0') return false
      }
      return true
    }
    /** What lies over the rest and is scrolled apart from it. */
    const layerOf = (element: Element): Element | null => {
      for (let e: Element | null = element; e && e !== root; e = e.parentElement) {
        if (['fixed', 'sticky', 'absolute'].includes(getComputedStyle(e).position)) return e
      }
      return null
    }
    /** The middle of a line: fonts claim more above and below than their letters fill. */
    const core = ({ left, right, top, bottom }: DOMRect): Box => {
      const spare = (bottom - top) * 0.22
      return { left, right, top: top + spare, bottom: bottom - spare }
    }
    /** What is seen of it now, within what can be pushed by itself. */
    const inSight = (box: Box, element: Element): Box => {
      const seen = { ...box }
      for (let e: Element | null = element; e && e !== root; e = e.parentElement) {
        if (!/auto|scroll/.test(getComputedStyle(e).overflowX)) continue
        const { left, right } = e.getBoundingClientRect()
        seen.left = Math.max(seen.left, left)
        seen.right = Math.min(seen.right, right)
      }
      return seen
    }
    const beyond = (box: Box, frame: Box, x: boolean, y: boolean) =>
      (x && (box.left < frame.left - SLACK || box.right > frame.right + SLACK)) ||
      (y && (box.top < frame.top - SLACK || box.bottom > frame.bottom + SLACK))

    const pieces: Piece[] = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? ''
      const element = walker.currentNode.parentElement
      if (text === '' || !element || element.closest('[data-native]') || !isShown(element)) continue
      const range = document.createRange()
      range.selectNodeContents(walker.currentNode)
      const label = `「${text.slice(0, 16)}」`
      for (const rect of Array.from(range.getClientRects())) {
        if (rect.width < 1 || rect.height < 1) continue
        const box = core(rect)
        pieces.push({ label, box, seen: inSight(box, element), element, layer: layerOf(element) })
      }
    }

    for (const { label, box, element } of pieces) {
      let isFramed = false
      for (let e: HTMLElement | null = element as HTMLElement; e; e = e.parentElement) {
        const style = getComputedStyle(e)
        const frame = e.getBoundingClientRect()
        const [x, y] = [style.overflowX, style.overflowY]
        const isCut = (how: string) => how === 'hidden' || how === 'clip'
        if (beyond(box, frame, isCut(x), isCut(y))) lost.push(`${label} is cut off`)
        // What can be pushed by itself shows the rest when it is.
        if (['auto', 'scroll'].includes(x) || ['auto', 'scroll'].includes(y)) break
        const isPainted =
          parseFloat(style.borderTopWidth) > 0 ||
          !/rgba\(.*, 0\)|transparent/.test(style.backgroundColor)
        if (isPainted && !isFramed && style.display !== 'inline') {
          isFramed = true
          if (beyond(box, frame, true, true)) lost.push(`${label} sticks out of its box`)
        }
        if (e === root) break
      }
    }

    for (const [index, one] of pieces.entries()) {
      for (const other of pieces.slice(index + 1)) {
        if (one.element === other.element || one.layer !== other.layer) continue
        const [a, b] = [one.seen, other.seen]
        const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
        const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
        if (width > SLACK && height > SLACK) lost.push(`${one.label} lies over ${other.label}`)
      }
    }
    if (root.scrollWidth > root.clientWidth + 1) {
      lost.push(`the screen is ${root.scrollWidth} px wide in ${root.clientWidth} px`)
    }
    return Array.from(new Set(lost))
  }, within)
}
