import { createStationFinder } from '@/domain/stations/finder'
import { OPEN_NOW } from '@/features/stations/filter'
import { nearOf, PAGE } from '@/features/stations/near'
import { BY_DAY, NOW, ORIGIN, station } from './station'

const question = { origin: ORIGIN, now: NOW, marks: {} }
const many = Array.from({ length: 50 }, (_, index) => station((index + 1) * 100))

it('gives the three nearest as cards, then rows by the page, until there are no more', () => {
  const finder = createStationFinder(many)
  const one = nearOf(finder, question, OPEN_NOW, 1)
  expect(one.cards.map(({ distance }) => distance)).toEqual([100, 200, 300])
  expect(one.rows).toHaveLength(PAGE)
  expect(one.rows[0]!.distance).toBe(400)
  expect(one.more).toBe(true)
  const all = nearOf(finder, question, OPEN_NOW, 3)
  expect(all.rows).toHaveLength(47)
  expect(all.more).toBe(false)
})

describe('a station that several people found locked', () => {
  const doubted = station(150, { doubtUntil: NOW + 3_600_000, doubtedBy: 2 })

  it('is left out of those that are open, and named by itself', () => {
    const near = nearOf(createStationFinder([...many, doubted]), question, OPEN_NOW, 1)
    const shown = [...near.cards, ...near.rows].map(({ station: one }) => one.stationId)
    expect(shown).not.toContain(doubted.stationId)
    expect(near.doubted.map(({ station: one }) => one.stationId)).toEqual([doubted.stationId])
  })

  it('is not named when it is far off, closed by its hours anyway, or believed again', () => {
    const others = [
      station(9000, { doubtUntil: NOW + 1, doubtedBy: 2 }),
      station(150, { hours: BY_DAY, doubtUntil: NOW + 1, doubtedBy: 2 }),
      station(160, { doubtUntil: NOW, doubtedBy: 2 }),
    ]
    const near = nearOf(createStationFinder([...many, ...others]), question, OPEN_NOW, 1)
    expect(near.doubted).toEqual([])
  })

  it('stands among the others, once it does not matter whether they are open', () => {
    const finder = createStationFinder([...many, doubted])
    const near = nearOf(finder, question, { open: null, facilities: [] }, 1)
    expect(near.cards[1]!.station.stationId).toBe(doubted.stationId)
    expect(near.doubted).toEqual([])
  })
})
