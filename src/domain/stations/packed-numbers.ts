/**
 * Columns of whole numbers, 0 to 2^52, as printable text, six bits to a character: what deflate
 * could hardly shrink comes in as few bits as it can. Each column is written in the form that fits
 * it best: all numbers in as many bits as the largest has, or in an exponential Golomb code, in
 * which small numbers take few bits and a single large one does no harm to the others.
 */

const BITS = 6
const FIRST = 48
const ORDER_WIDTH = 6
const MASK = 2 ** BITS - 1

/** A whole number as one that is not negative: 0, -1, 1, -2 … become 0, 1, 2, 3 …, and back. */
export const unsigned = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value)
export const signed = (value: number) => (value % 2 === 1 ? -(value + 1) / 2 : value / 2)

/** How many bits a number has; 0 has none. */
function bitLength(value: number): number {
  return value < 2 ** 31 ? 32 - Math.clz32(value) : 31 + bitLength(Math.floor(value / 2 ** 31))
}

/** The order of the exponential Golomb code in which a column takes least, and how many bits. */
function bestOrder(column: readonly number[], longest: number): { order: number; bits: number } {
  let best = { order: 0, bits: Infinity }
  for (let order = 0; order <= longest; order += 1) {
    const added = 2 ** order
    let bits = 0
    for (const value of column) bits += 2 * bitLength(value + added) - order - 1
    if (bits < best.bits) best = { order, bits }
  }
  return best
}

export type NumberWriter = ReturnType<typeof createNumberWriter>

/** Takes columns of numbers; `text` gives all of them. */
export function createNumberWriter() {
  const characters: string[] = []
  let [held, size] = [0, 0]

  /** Writes a number in so many bits, the highest first. */
  function write(value: number, width: number): void {
    let left = width
    while (left > 0) {
      const taken = Math.min(left, BITS - size)
      left -= taken
      held = (held << taken) | (Math.floor(value / 2 ** left) & (2 ** taken - 1))
      size += taken
      if (size < BITS) return
      characters.push(String.fromCharCode(FIRST + held))
      ;[held, size] = [0, 0]
    }
  }

  function column(values: readonly number[]): void {
    const longest = values.reduce((most, value) => Math.max(most, bitLength(value)), 0)
    const { order, bits } = bestOrder(values, longest)
    const fixed = longest * values.length <= bits
    write(fixed ? 1 : 0, 1)
    write(fixed ? longest : order, ORDER_WIDTH)
    for (const value of values) {
      const length = fixed ? longest : bitLength(value + 2 ** order)
      if (!fixed) write(0, length - order - 1)
      write(fixed ? value : value + 2 ** order, length)
    }
  }

  return {
    column,
    /** A few places, ascending, out of many: as the gaps between them. */
    places(places: readonly number[]): void {
      column([places.length])
      column(places.map((place, index) => place - (places[index - 1] ?? -1) - 1))
    },
    text(): string {
      const rest = size === 0 ? '' : String.fromCharCode(FIRST + (held << (BITS - size)))
      return characters.join('') + rest
    },
  }
}

export type NumberReader = ReturnType<typeof createNumberReader>

/** Gives the columns of a text by a writer, in the order in which they were written. */
export function createNumberReader(text: string) {
  let [next, held, size] = [0, 0, 0]

  function read(width: number): number {
    let [value, left] = [0, width]
    while (left > 0) {
      if (size === 0) {
        // Past the end stand ones, so that no run of zeros goes on for ever.
        held = next < text.length ? text.charCodeAt(next) - FIRST : MASK
        next += 1
        size = BITS
      }
      const taken = Math.min(left, size)
      size -= taken
      left -= taken
      value = value * 2 ** taken + ((held >> size) & (2 ** taken - 1))
    }
    return value
  }

  function column(count: number): number[] {
    const fixed = read(1) === 1
    const width = read(ORDER_WIDTH)
    if (fixed) return Array.from({ length: count }, () => read(width))
    return Array.from({ length: count }, () => {
      let length = width
      while (read(1) === 0) length += 1
      return 2 ** length + read(length) - 2 ** width
    })
  }

  return {
    column,
    places(): number[] {
      let place = -1
      return column(column(1)[0]!).map((gap) => (place += gap + 1))
    },
  }
}
