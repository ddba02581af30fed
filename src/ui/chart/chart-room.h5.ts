/** Between two names under the bars, and beside a character in its bar, in px. */
const APART = 8
/** Chartist's own room for what stands beside and below the bars, in px. */
const BESIDE = 40
const BELOW = 30
/** Names of so many characters in a line are still read as a name. */
const A_LINE = 3
const LINE_HEIGHT = 1.2
const THICK = 20

interface ChartRoom {
  /** How high and wide a character is drawn. */
  letter: number
  beside: number
  below: number
  /** Each so-manieth bar is named, the last one always. */
  every: number
  /** Names take several lines; else each stands in one. */
  wraps: boolean
  thick: number
}

function widthOf(place: HTMLElement, word: string): number {
  const probe = document.createElement('span')
  probe.className = 'ct-label chart-probe'
  probe.textContent = word
  place.append(probe)
  const { width } = probe.getBoundingClientRect()
  probe.remove()
  return width
}

/** The room that names take with the letters as they are drawn here, whatever made them as large. */
export function chartRoom(place: HTMLElement, labels: readonly string[]): ChartRoom {
  const letter = widthOf(place, '月')
  const widest = Math.max(...labels.map((label) => widthOf(place, label)))
  const beside = Math.max(BESIDE, A_LINE * letter)
  const column = (place.clientWidth - beside - APART) / Math.max(1, labels.length)
  const inLine = Math.floor(column / letter)
  const wraps = inLine >= A_LINE
  const lines = wraps ? Math.ceil(widest / (inLine * letter)) : 1
  return {
    ...{ letter, beside, wraps },
    below: Math.max(BELOW, lines * LINE_HEIGHT * letter + APART),
    every: wraps ? 1 : Math.ceil((widest + APART) / column),
    thick: Math.min(Math.max(THICK, letter + APART), column - APART / 2),
  }
}
