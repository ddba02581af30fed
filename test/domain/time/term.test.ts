import { parseInstant } from '@/domain/time/instant'
import { termOf } from '@/domain/time/term'

test.each([
  ['2026-02-01T00:00:00', '2026-07-31T23:59:59', true],
  ['2026-08-01T00:00:00', '2027-01-31T23:59:59', true],
  ['2026-07-31T23:59:59', '2026-08-01T00:00:00', false],
  ['2027-01-31T23:59:59', '2027-02-01T00:00:00', false],
])('%s and %s are of one term: %s', (one, other, same) => {
  const [first, second] = [one, other].map((text) => termOf(parseInstant(`${text}+08:00`)))
  expect(second! - first!).toBe(same ? 0 : 1)
})
