import { type Token, tokenize } from './hours-grammar-tokens'

/** Why a text of opening hours cannot be read: where, and a Chinese sentence for staff. */
export class HoursProblem extends Error {
  override readonly name = 'HoursProblem'

  constructor(
    readonly at: number,
    readonly sentence: string,
  ) {
    super(sentence)
  }
}

/** A place in the tokens of a text, and the ways to go on from it. */
export interface Cursor {
  /** The token here, or so many further on; undefined past the end. */
  peek: (ahead?: number) => Token | undefined
  /** Takes the token here where it is of one of these kinds. */
  take<Kind extends Token['kind']>(...kinds: Kind[]): (Token & { kind: Kind }) | null
  /** Ends reading, saying what is wrong; `around` is where. */
  fail(around: Pick<Token, 'at'> | undefined, sentence: string): never
  /** The text of a token, or of all from one to another. */
  textOf(from: Pick<Token, 'at'>, to: Pick<Token, 'end'>): string
}

export function createCursor(text: string): Cursor {
  const tokens = tokenize(text)
  let place = 0
  return {
    peek: (ahead = 0) => tokens[place + ahead],
    take<Kind extends Token['kind']>(...kinds: Kind[]) {
      const token = tokens[place]
      if (!token || !(kinds as string[]).includes(token.kind)) return null
      place += 1
      return token as Token & { kind: Kind }
    },
    fail(around, sentence) {
      const at = around?.at ?? tokens[tokens.length - 1]?.at ?? 0
      throw new HoursProblem(at, sentence)
    },
    textOf: ({ at }, { end }) => text.slice(at, end),
  }
}
