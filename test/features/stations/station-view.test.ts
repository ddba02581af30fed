import { briefOf, type Station, viewOf } from '@/features/stations/station-view'
import { offsetOf } from '@/features/stations/map-marks'
import { questionOf } from '@/features/stations/station-question'
import { ALWAYS, NOW, ORIGIN, station } from './station'

const listed = station(100, { stationId: 'nongye.s1', confirmedAt: NOW, confirmedBy: 3 })
const full: Station = {
  now: '2026-11-24T20:00:00+08:00',
  stationId: 'nongye.s1',
  centreId: 'nongye',
  doorCode: 'K7QM4X',
  name: '工人路工会驿站',
  address: '中原区工人路 27 号',
  entrance: '临街玻璃门',
  photo: null,
  location: { ...ORIGIN, datum: 'GCJ-02' },
  hours: ALWAYS,
  hoursInWords: '24 小时',
  openNow: true,
  runBy: '区总工会',
  phone: null,
  facilities: [{ facility: 'charging', state: 'broken' }],
  lastConfirmed: { at: '2026-11-24T19:20:00+08:00', by: 2 },
  doubt: { until: '2026-11-24T22:00:00+08:00', by: 2 },
}

it('makes of the server’s answer what the list holds', () => {
  expect(briefOf(full)).toMatchObject({
    facilities: { charging: 'broken' },
    confirmedAt: NOW - 40 * 60_000,
    confirmedBy: 2,
    doubtUntil: NOW + 2 * 3_600_000,
    doubtedBy: 2,
  })
})

it('is drawn from the answer, from the list before one comes, and from the list over an old copy', () => {
  expect(viewOf({ value: full, copied: false }, listed)?.brief.name).toBe('工人路工会驿站')
  const waiting = viewOf({ value: null, copied: false }, listed)
  expect(waiting).toMatchObject({ brief: listed, full: null, hours: '24 小时' })
  expect(viewOf({ value: full, copied: true }, listed)?.brief).toBe(listed)
  expect(viewOf({ value: full, copied: true }, null)?.brief.name).toBe('工人路工会驿站')
  expect(viewOf({ value: null, copied: false }, null)).toBeNull()
})

it('is found by its id, by the scene of its code, or by the code as typed', () => {
  expect(questionOf({ stationId: 'nongye.s1' })?.input).toEqual({ stationId: 'nongye.s1' })
  expect(questionOf({ scene: 'd%3DK7QM4X' })?.input).toEqual({ doorCode: 'K7QM4X' })
  expect(questionOf({ doorCode: 'k7qm4x' })?.input).toEqual({ doorCode: 'K7QM4X' })
  expect(questionOf({ scene: 'something else' })).toBeNull()
  expect(questionOf({})).toBeNull()
})

it('lies on the plan where it lies in town', () => {
  expect(offsetOf(ORIGIN, station(500)).north).toBeCloseTo(500)
  expect(offsetOf(ORIGIN, station(500)).east).toBe(0)
  const east = offsetOf(ORIGIN, { lat: ORIGIN.lat, lng: ORIGIN.lng + 0.01 })
  expect(east.east).toBeGreaterThan(900)
  expect(east.east).toBeLessThan(920)
})
