import { createStationFinder } from '@/domain/stations/finder'
import { chipToLift, isWanted, OPEN_NOW, toggled, WANTS } from '@/features/stations/filter'
import { BY_DAY, NOW, ORIGIN, station } from './station'

const question = { origin: ORIGIN, now: NOW, marks: {} }

it('lets 现在开着 and 24 小时 take each other’s place, and each be lifted', () => {
  const always = toggled(OPEN_NOW, '24h')
  expect(always.open).toBe('24h')
  expect(toggled(always, 'now').open).toBe('now')
  expect(toggled(always, '24h').open).toBeNull()
})

it('collects facilities, and gives one up by a second tap', () => {
  const both = toggled(toggled(OPEN_NOW, 'charging'), 'toilet')
  expect(both).toEqual({ open: 'now', facilities: ['charging', 'toilet'] })
  expect(toggled(both, 'charging').facilities).toEqual(['toilet'])
})

it('shows every chip as it is', () => {
  const all = WANTS.reduce((filter, { value }) => toggled(filter, value), OPEN_NOW)
  expect(WANTS.map(({ value }) => isWanted(all, value))).toEqual([
    ...[false, true],
    ...WANTS.slice(2).map(() => true),
  ])
})

describe('when nothing fits', () => {
  it('names the chip without which the nearest is nearest', () => {
    const finder = createStationFinder([
      station(300, { hours: BY_DAY, facilities: { charging: 'working' } }),
      station(100, { facilities: { toilet: 'working' } }),
    ])
    const filter = { open: 'now' as const, facilities: ['charging' as const] }
    expect(chipToLift(finder, question, filter)).toEqual({ want: 'charging', label: '能充电' })
  })

  it('names the hours where they are what is in the way', () => {
    const finder = createStationFinder([station(300, { hours: BY_DAY })])
    expect(chipToLift(finder, question, OPEN_NOW)).toEqual({ want: 'now', label: '现在开着' })
  })

  it('names none where no single one helps', () => {
    const finder = createStationFinder([station(300, { hours: BY_DAY, facilities: {} })])
    const filter = { open: 'now' as const, facilities: ['charging' as const] }
    expect(chipToLift(finder, question, filter)).toBeNull()
    expect(chipToLift(createStationFinder([]), question, OPEN_NOW)).toBeNull()
  })
})
