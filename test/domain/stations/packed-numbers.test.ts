import fc from 'fast-check'
import {
  createNumberReader,
  createNumberWriter,
  signed,
  unsigned,
} from '@/domain/stations/packed-numbers'

const number = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  fc.maxSafeNat().map((value) => value % 2 ** 52),
)
const column = fc.array(number, { maxLength: 30 })

test('columns are read as they were written, in printable characters', () => {
  fc.assert(
    fc.property(fc.array(column, { maxLength: 6 }), (columns) => {
      const writer = createNumberWriter()
      for (const values of columns) writer.column(values)
      expect(writer.text()).toMatch(/^[0-o]*$/)
      const reader = createNumberReader(writer.text())
      expect(columns.map(({ length }) => reader.column(length))).toEqual(columns)
    }),
  )
})

test('places are read as they were written', () => {
  const places = fc
    .uniqueArray(fc.integer({ min: 0, max: 5000 }), { maxLength: 40 })
    .map((given) => given.sort((a, b) => a - b))
  fc.assert(
    fc.property(places, column, (given, after) => {
      const writer = createNumberWriter()
      writer.places(given)
      writer.column(after)
      const reader = createNumberReader(writer.text())
      expect(reader.places()).toEqual(given)
      expect(reader.column(after.length)).toEqual(after)
    }),
  )
})

test('any text is read as some numbers, without end', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('0', '1', 'o', 'a') }), (text) => {
      expect(createNumberReader(text).column(20)).toHaveLength(20)
    }),
  )
})

test('a column takes as few bits as the better of its two forms needs', () => {
  const lettersOf = (values: number[]) => {
    const writer = createNumberWriter()
    writer.column(values)
    return writer.text().length
  }
  // 600 numbers of ten bits: 1,000 characters and a little for the form.
  expect(lettersOf(Array.from({ length: 600 }, (_, index) => 424 + index))).toBeLessThan(1003)
  // 600 zeros and a million among them: a bit each, and some for the one.
  expect(lettersOf([...Array<number>(600).fill(0), 1_000_000])).toBeLessThan(110)
})

test('negative numbers go and come back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), (value) => {
      expect(unsigned(value)).toBeGreaterThanOrEqual(0)
      expect(signed(unsigned(value))).toBe(value)
    }),
  )
  expect([0, -1, 1, -2, 2].map(unsigned)).toEqual([0, 1, 2, 3, 4])
})
