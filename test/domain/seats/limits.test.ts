import fc from 'fast-check'
import { LIMITED, type LimitStanding, reachedLimit } from '@/domain/seats/limits'

const standing: fc.Arbitrary<LimitStanding> = fc.record({
  of: fc.constantFrom(...LIMITED),
  most: fc.integer({ min: 1, max: 4 }),
  held: fc.nat({ max: 5 }),
  inTheWay: fc.constant(null),
})

test('A limit is in the way exactly where as many seats are held, and the narrowest is told', () => {
  fc.assert(
    fc.property(fc.array(standing, { maxLength: 3 }), (limits) => {
      const reached = limits.filter(({ most, held }) => held >= most)
      const told = reachedLimit(limits)
      expect(told === null).toBe(reached.length === 0)
      if (!told) return
      expect(reached).toContain(told)
      const narrower = LIMITED.slice(0, LIMITED.indexOf(told.of))
      expect(reached.filter(({ of }) => narrower.includes(of))).toEqual([])
    }),
  )
})
