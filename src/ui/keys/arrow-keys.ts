import type { KeyboardEvent } from 'react'

const STEPS: Readonly<Record<string, (here: number, last: number) => number>> = {
  ArrowDown: (here, last) => Math.min(here + 1, last),
  ArrowUp: (here) => Math.max(here - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}
const STOP = '[tabindex="0"]'

/**
 * In a browser: ↑ and ↓ walk through the lines that match `line`, Home and End to the first and last. A
 * line with a button is stopped at on it, any other on what it opens. On a phone nothing.
 */
export function arrowKeys(line: string) {
  if (process.env.TARO_ENV !== 'h5') return {}
  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const step = STEPS[event.key]
      const here = document.activeElement
      if (!step || here instanceof HTMLInputElement) return
      const lines = Array.from(event.currentTarget.querySelectorAll<HTMLElement>(line))
      const at = lines.findIndex((one) => one.contains(here))
      if (at < 0) return
      event.preventDefault()
      event.stopPropagation()
      stopIn(lines[step(at, lines.length - 1)]!)?.focus()
    },
  }
}

function stopIn(line: HTMLElement): HTMLElement | null {
  if (line.matches(STOP)) return line
  return line.querySelector(`.button${STOP}`) ?? line.querySelector(STOP)
}

/** In a browser: the focus goes to what has this id once it is drawn; where a tapped button is gone. */
export function focusSoon(id: string): void {
  if (process.env.TARO_ENV !== 'h5') return
  requestAnimationFrame(() => document.getElementById(id)?.focus({ preventScroll: true }))
}
