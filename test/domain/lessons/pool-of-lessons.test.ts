import { timesAfterChange } from '@/domain/lessons/pool-of-lessons'
import { DAY, HOUR, SECOND } from '@/domain/time/instant'

const NOW = Date.parse('2026-11-22T09:00:00+08:00')
const at = (days: number, isCancelled = false) => {
  const startsAt = NOW + days * DAY
  return { startsAt, endsAt: startsAt + HOUR, isCancelled }
}
const pool = (first: number, last: number) => ({
  opensAt: NOW - 7 * DAY,
  closesAt: NOW + first * DAY - HOUR,
  cancelUntil: NOW + first * DAY - DAY,
  startsAt: NOW + first * DAY,
  endsAt: NOW + last * DAY + HOUR,
})

describe('the times of a pool after one of its lessons was changed', () => {
  it('go along with the only lesson, which can be given back until it begins', () => {
    expect(timesAfterChange(pool(3, 3), [at(5)], NOW)).toEqual({
      ...pool(5, 5),
      cancelUntil: NOW + 5 * DAY,
    })
    expect(timesAfterChange(pool(3, 3), [at(1)], NOW)).toMatchObject({
      closesAt: NOW + DAY - HOUR,
      cancelUntil: NOW + DAY,
    })
    expect(timesAfterChange(pool(3, 3), [at(3, true)], NOW)).toMatchObject({
      startsAt: NOW + 3 * DAY,
      cancelUntil: NOW + 3 * DAY,
    })
  })

  it('go along with the first lesson of a course, and nobody loses the right to give back', () => {
    const later = timesAfterChange(pool(3, 10), [at(4), at(10)], NOW)
    expect(later).toEqual(pool(4, 10))
    const sooner = timesAfterChange(pool(3, 10), [at(1), at(10)], NOW)
    expect(sooner).toMatchObject({ closesAt: NOW + DAY - HOUR, cancelUntil: NOW + DAY })
    expect(timesAfterChange(pool(3, 10), [at(3, true), at(10)], NOW)).toEqual(pool(10, 10))
  })

  it('stay but for the end where the course has begun', () => {
    expect(timesAfterChange(pool(-4, 3), [at(-4), at(6)], NOW)).toEqual({
      ...pool(-4, 3),
      endsAt: NOW + 6 * DAY + HOUR,
    })
  })

  it('never close before they open', () => {
    const { opensAt, ...rest } = { ...pool(9, 9), opensAt: NOW + DAY }
    const moved = timesAfterChange({ opensAt, ...rest }, [at(1)], NOW)
    expect(moved.closesAt).toBe(opensAt + SECOND)
  })
})
