import type { Drawn } from './draw'

/** The results as the text that is published: `place entry pool`, a line each; `-` for no seats. */
export function writeResults(drawn: readonly Drawn[]): string {
  return drawn.map(({ place, number, won }) => `${place} ${number} ${won ?? '-'}\n`).join('')
}

/** The results that a text is of; null for a text that `writeResults` cannot have written. */
export function readResults(text: string): Drawn[] | null {
  const lines = text.split('\n').slice(0, -1)
  const drawn = lines.map((line): Drawn | null => {
    const parts = /^(\d+) (\d+) (\d+|-)$/.exec(line)
    if (!parts) return null
    const [, place, number, won] = parts
    return { place: Number(place), number: Number(number), won: won === '-' ? null : Number(won) }
  })
  if (drawn.some((one) => one === null)) return null
  return writeResults(drawn as Drawn[]) === text ? (drawn as Drawn[]) : null
}
