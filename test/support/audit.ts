import type { Page } from 'playwright-core'

export interface AuditRules {
  /** The screen that is looked at; the rest of the document is not. */
  within: string
  /** Both sides of everything that can be tapped, in px. */
  minTarget: number
  /** The smallest letters, in px; 0 for no rule. */
  minText: number
  /** What the phone keeps for itself: bars and the capsule. Nothing to tap may lie under them. */
  system?: { top: number; bottom: number; capsule: { left: number; bottom: number } }
}

const TAPPABLE = [
  ...['button', 'link', 'tab', 'checkbox', 'radio', 'switch', 'gridcell'].map((r) => `[role=${r}]`),
  ...['a[href]', 'button', 'input', 'textarea', 'wx-button', 'wx-input'],
].join(',')

/**
 * Measures a screen as it is painted against WeChat's audit and the norm for elders: contrast
 * (4.5:1; 3:1 from 24 px, or 19 px bold), targets, letters, line spacing, nothing wider than the
 * screen. What still moves or fades in is taken to where it comes to rest. Gives what is wrong, each
 * in a sentence; an empty list is a good screen.
 */
export async function auditScreen(page: Page, rules: AuditRules): Promise<string[]> {
  return page.evaluate(
    ({ within, minTarget, minText, system, tappable }) => {
      const root = Array.from(document.querySelectorAll<HTMLElement>(within)).find(
        (element) => element.offsetWidth > 0,
      )
      if (!root) return [`nothing is shown within ${within}`]
      for (const animation of document.getAnimations()) {
        if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish()
      }
      const wrong: string[] = []
      const canvas = document
        .createElement('canvas')
        .getContext('2d', { willReadFrequently: true })!

      type Colour = [number, number, number, number]
      const read = new Map<string, Colour>()
      const colourOf = (css: string): Colour => {
        const known = read.get(css)
        if (known) return known
        canvas.clearRect(0, 0, 1, 1)
        canvas.fillStyle = css
        canvas.fillRect(0, 0, 1, 1)
        const [r, g, b, a] = Array.from(canvas.getImageData(0, 0, 1, 1).data)
        const colour: Colour = [r!, g!, b!, a! / 255]
        read.set(css, colour)
        return colour
      }
      const over = (top: Colour, below: Colour): Colour => {
        const mix = (i: 0 | 1 | 2) => top[i] * top[3] + below[i] * (1 - top[3])
        return [mix(0), mix(1), mix(2), 1]
      }
      const ancestors = (element: Element): HTMLElement[] => {
        const list: HTMLElement[] = []
        for (let e: Element | null = element; e; e = e.parentElement) list.push(e as HTMLElement)
        return list
      }
      const groundOf = (element: Element): Colour => {
        const layers: Colour[] = []
        for (const e of ancestors(element)) {
          const layer = colourOf(getComputedStyle(e).backgroundColor)
          layers.push(layer)
          if (layer[3] === 1) break
        }
        return layers.reduceRight((below, layer) => over(layer, below), [
          255, 255, 255, 1,
        ] as Colour)
      }
      const luminance = ([r, g, b]: Colour) => {
        const linear = (v: number) => {
          const s = v / 255
          return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
        }
        return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
      }
      const contrast = (a: Colour, b: Colour) => {
        const [x, y] = [luminance(a), luminance(b)].sort((m, n) => n - m)
        return (x! + 0.05) / (y! + 0.05)
      }
      const isShown = (element: Element) => {
        const { width, height } = element.getBoundingClientRect()
        if (width < 1 || height < 1) return false
        return ancestors(element).every((e) => {
          const { visibility, opacity, display } = getComputedStyle(e)
          return visibility !== 'hidden' && display !== 'none' && opacity !== '0'
        })
      }
      const isDisabled = (element: Element) =>
        ancestors(element).some((e) => e.getAttribute('aria-disabled') === 'true')

      /** What the platform itself draws within a screen. */
      const isNative = (element: Element) => element.closest('[data-native]') !== null

      /** Stays where it is while the page scrolls under it. */
      const isPinned = (element: Element) =>
        ancestors(element)
          .filter((e) => e !== root && root.contains(e))
          .some((e) => ['fixed', 'sticky'].includes(getComputedStyle(e).position))

      /** Lies in something that can be scrolled further, and comes into the open then. */
      const comesUp = (element: Element) =>
        ancestors(element).some(
          (e) =>
            ['auto', 'scroll'].includes(getComputedStyle(e).overflowY) &&
            e.scrollHeight - e.clientHeight - e.scrollTop > 1,
        )

      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const text = walker.currentNode.textContent?.trim() ?? ''
        const element = walker.currentNode.parentElement
        if (text === '' || !element || isNative(element) || !isShown(element)) continue
        const style = getComputedStyle(element)
        const size = parseFloat(style.fontSize)
        const bold = Number(style.fontWeight) >= 600
        const label = `「${text.slice(0, 16)}」`
        if (size < minText) wrong.push(`${label} is ${size} px`)
        if (!isDisabled(element)) {
          const ground = groundOf(element)
          const faded = ancestors(element).reduce(
            (o, e) => o * Number(getComputedStyle(e).opacity),
            1,
          )
          const [r, g, b, a] = colourOf(style.color)
          const ratio = contrast(over([r, g, b, a * faded], ground), ground)
          const needed = size >= 24 || (size >= 19 && bold) ? 3 : 4.5
          if (ratio < needed) wrong.push(`${label} has a contrast of ${ratio.toFixed(2)}:1`)
        }
        const range = document.createRange()
        range.selectNodeContents(walker.currentNode)
        const lines = new Set(Array.from(range.getClientRects()).map(({ top }) => Math.round(top)))
        const spacing = parseFloat(style.lineHeight) / size
        if (lines.size > 1 && spacing < 1.3) {
          wrong.push(`${label} has a line spacing of ${spacing.toFixed(2)}`)
        }
      }

      for (const element of Array.from(root.querySelectorAll<HTMLElement>(tappable))) {
        if (!isShown(element) || isNative(element) || element.closest('wx-input')) continue
        const { left, right, top, bottom, width, height } = element.getBoundingClientRect()
        const label = `「${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 24)}」`
        if (Math.min(width, height) < minTarget - 0.5) {
          wrong.push(`${label} is ${Math.round(width)} × ${Math.round(height)} px`)
        }
        if (!system || bottom < 0 || top > innerHeight) continue
        if (top < system.top - 4 && bottom > 0 && isPinned(element))
          wrong.push(`${label} lies under the status bar`)
        const isLow = bottom > innerHeight - system.bottom && right > 0
        if (isLow && isPinned(element) && !comesUp(element)) {
          wrong.push(`${label} lies under the home indicator`)
        }
        const { capsule } = system
        if (
          isPinned(element) &&
          right > capsule.left &&
          left < innerWidth &&
          top < capsule.bottom
        ) {
          wrong.push(`${label} lies under the capsule`)
        }
      }
      if (root.scrollWidth > root.clientWidth + 1) {
        wrong.push(`the screen is ${root.scrollWidth} px wide in ${root.clientWidth} px`)
      }
      return Array.from(new Set(wrong))
    },
    { ...rules, tappable: TAPPABLE },
  )
}
