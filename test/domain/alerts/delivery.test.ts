import fc from 'fast-check'
import { pauseAfter, TRIES, verdictOf } from '@/domain/alerts/delivery'
import { MINUTE, SECOND } from '@/domain/time/instant'

const now = 1_000

test('Whatever happens, an alert is sent twice at most, and ends', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...TRIES), { minLength: 20, maxLength: 20 }),
      (outcomes) => {
        let [tries, lost, mayHaveArrived, ended] = [0, 0, 0, false]
        for (const outcome of outcomes) {
          if (ended) break
          tries += 1
          if (outcome === 'sent' || outcome === 'unknown') mayHaveArrived += 1
          const verdict = verdictOf(outcome, { tries, lost, now })
          if (verdict.state === 'waiting') {
            expect(verdict.nextTryAt).toBeGreaterThan(now)
            lost = verdict.lost
          } else {
            ended = true
            if ('giveBack' in verdict && verdict.giveBack) expect(mayHaveArrived).toBe(0)
          }
        }
        expect(mayHaveArrived).toBeLessThanOrEqual(2)
        expect(tries).toBeLessThanOrEqual(8)
        expect(ended).toBe(true)
      },
    ),
  )
})

test('What is refused after a lost try was sent by it', () => {
  expect(verdictOf('refused', { tries: 2, lost: 1, now })).toEqual({ state: 'sent' })
  expect(verdictOf('refused', { tries: 1, lost: 0, now })).toMatchObject({ why: 'refused' })
})

test('Pauses double up to half an hour', () => {
  expect([1, 2, 3].map(pauseAfter)).toEqual([20 * SECOND, 40 * SECOND, 80 * SECOND])
  expect(pauseAfter(50)).toBe(30 * MINUTE)
})
