/** Where something stands in a text; the end is exclusive. */
export interface Stretch {
  at: number
  end: number
}

/** What a taken stretch is overwritten with: no expression of ours matches it. */
const TAKEN = '\u0000'

/**
 * Reads a text by one expression after another. What one has taken is hidden from those after it, so
 * that the more telling ones go first, and what nobody took is left over.
 */
export class Scanner {
  /** The text with what was taken hidden; positions are those of the whole text. */
  rest: string

  constructor(readonly text: string) {
    this.rest = text
  }

  /** Everything that matches and that `read` makes something of; what it gives null for stays. */
  take<Found>(
    pattern: RegExp,
    read: (match: RegExpExecArray) => Found | null,
  ): (Found & Stretch)[] {
    const found: (Found & Stretch)[] = []
    const global = new RegExp(pattern.source, 'g')
    let match = global.exec(this.rest)
    while (match !== null) {
      const made = match[0] === '' ? null : read(match)
      if (made === null) {
        global.lastIndex = match.index + 1
      } else {
        const stretch = { at: match.index, end: match.index + match[0].length }
        this.hide(stretch)
        found.push({ ...made, ...stretch })
      }
      match = global.exec(this.rest)
    }
    return found
  }

  hide({ at, end }: Stretch): void {
    this.rest = this.rest.slice(0, at) + TAKEN.repeat(end - at) + this.rest.slice(end)
  }

  /** What nobody took, piece by piece as the taken stretches part it. */
  left(): string[] {
    return this.rest
      .split(new RegExp(`${TAKEN}+`))
      .map((piece) => piece.replace(/^[\s,;:、。()|/-]+|[\s,;:、。(|/-]+$/g, ''))
      .map(withoutStrayBracket)
      .filter(Boolean)
  }
}

/** A closing bracket whose opening one went with what was taken. */
function withoutStrayBracket(piece: string): string {
  return piece.includes('(') ? piece : piece.replace(/\)+$/, '')
}
