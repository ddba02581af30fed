import { positionBand } from '@/domain/waitlist/position-band'

test.each([
  [1, 1, 1],
  [2, 2, 2],
  [3, 3, 3],
  [4, 4, 5],
  [5, 4, 5],
  [6, 6, 10],
  [10, 6, 10],
  [11, 11, 20],
  [50, 21, 50],
  [51, 51, null],
  [900, 51, null],
])('Position %i is told of with those from %i to %s', (position, from, to) => {
  expect(positionBand(position)).toEqual({ from, to })
})
