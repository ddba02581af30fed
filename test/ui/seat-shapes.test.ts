import fc from 'fast-check'
import { MOST_SEATS_DRAWN, seatColumns, seatDrawing, seatSentence } from '@/ui/seats/seat-shapes'

const counts = fc
  .record({ capacity: fc.integer({ min: 1, max: 500 }), a: fc.nat(500), b: fc.nat(500) })
  .map(({ capacity, a, b }) => {
    const taken = a % (capacity + 1)
    return { capacity, taken, held: b % (capacity - taken + 1) }
  })

test('every seat of a small pool is drawn once, and as what it is', () => {
  fc.assert(
    fc.property(counts, (count) => {
      const drawing = seatDrawing(count)
      if (drawing.kind === 'bar') return expect(count.capacity).toBeGreaterThan(MOST_SEATS_DRAWN)
      const number = (seat: string) => drawing.shapes.filter((shape) => shape === seat).length
      expect(drawing.shapes).toHaveLength(count.capacity)
      expect(number('taken')).toBe(count.taken)
      expect(number('held')).toBe(count.held)
    }),
  )
})

test('the bar of a large pool is never full while a seat is left, nor empty while one is taken', () => {
  expect(seatDrawing({ capacity: 1000, taken: 999 })).toMatchObject({ takenPercent: 99 })
  expect(seatDrawing({ capacity: 1000, taken: 1 })).toMatchObject({ takenPercent: 1 })
  expect(seatDrawing({ capacity: 1000, taken: 1000 })).toMatchObject({ takenPercent: 100 })
  expect(seatDrawing({ capacity: 1000, taken: 0 })).toMatchObject({ takenPercent: 0 })
})

test('the seats are said in a sentence that adds up', () => {
  expect(seatSentence({ capacity: 30, taken: 24, held: 2 })).toBe(
    '共 30 席，24 席已报，2 席为候补保留，余 4 席',
  )
  expect(seatSentence({ capacity: 12, taken: 12 })).toBe('共 12 席，12 席已报，已经报满')
})

test('a count beyond the capacity draws no seat that does not exist', () => {
  expect(seatDrawing({ capacity: 3, taken: 5, held: 2 })).toEqual({
    kind: 'shapes',
    shapes: ['taken', 'taken', 'taken'],
  })
})

test.each([
  [30, 15, 15],
  [20, 15, 10],
  [24, 15, 12],
  [40, 15, 10],
  [12, 15, 12],
  [4, 15, 10],
  [30, 10, 10],
  [24, 10, 8],
])('%i seats stand in rows of at most %i: of %i', (capacity, most, columns) => {
  expect(seatColumns(capacity, most)).toBe(columns)
})
