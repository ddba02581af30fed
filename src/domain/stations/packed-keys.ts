import { BASE32, centreKey, centreOf } from '@/domain/access/key'
import { distinct } from './distinct'
import type { NumberReader, NumberWriter } from './packed-numbers'

/** What keys leave besides numbers. */
export interface KeyParts {
  centres: string[]
  /** How many letters of base32 most local keys have. */
  length: number
  /** Keys of any other form, as they are. */
  odd: string[]
}

/** Eight letters make a number of 40 bits. */
const LETTERS = 8

const localOf = (key: string) => key.slice(centreOf(key).length + 1)
const isBase32 = (text: string) => /^[a-z2-7]+$/.test(text)

/** The numbers of a local key, eight letters to each. */
function numbersOf(local: string): number[] {
  return (local.match(/.{1,8}/g) ?? []).map((letters) =>
    Array.from(letters).reduce((number, letter) => number * 32 + BASE32.indexOf(letter), 0),
  )
}

function lettersOf(number: number, length: number): string {
  let [letters, rest] = ['', number]
  while (letters.length < length) {
    letters = BASE32.charAt(rest % 32) + letters
    rest = Math.floor(rest / 32)
  }
  return letters
}

/** Writes keys; random letters are what a list has most of, and go in their five bits each. */
export function writeKeys(keys: readonly string[], writer: NumberWriter): KeyParts {
  const isPlain = (key: string) =>
    key === centreKey(centreOf(key), localOf(key)) && isBase32(localOf(key))
  const plain = keys.filter(isPlain)
  const length = Number(distinct(plain.map((key) => String(localOf(key).length)))[0] ?? 0)
  const regular = plain.filter((key) => localOf(key).length === length)
  const known = new Set(regular)
  const centres = distinct(regular.map(centreOf))
  writer.column(keys.map((key) => (known.has(key) ? centres.indexOf(centreOf(key)) + 1 : 0)))
  for (let from = 0; from < length; from += LETTERS) {
    writer.column(regular.map((key) => numbersOf(localOf(key))[from / LETTERS]!))
  }
  return { centres, length, odd: keys.filter((key) => !known.has(key)) }
}

export function readKeys(count: number, parts: KeyParts, reader: NumberReader): string[] {
  const { centres, length, odd } = parts
  const kinds = reader.column(count)
  const regular = kinds.filter((kind) => kind > 0).length
  const locals = Array<string>(regular).fill('')
  for (let from = 0; from < length; from += LETTERS) {
    reader.column(regular).forEach((number, index) => {
      locals[index] += lettersOf(number, Math.min(LETTERS, length - from))
    })
  }
  let [nextOdd, nextLocal] = [0, 0]
  return kinds.map((kind) =>
    kind === 0 ? odd[nextOdd++]! : centreKey(centres[kind - 1]!, locals[nextLocal++]!),
  )
}
