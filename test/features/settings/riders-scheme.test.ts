import { ridersScheme } from '@/features/settings/riders-scheme'

const at = (time: string) => new Date(`2026-11-24T${time}:00+08:00`).getTime()

it.each([
  ['18:59', undefined],
  ['19:00', 'night'],
  ['23:59', 'night'],
  ['00:00', 'night'],
  ['02:14', 'night'],
  ['06:29', 'night'],
  ['06:30', undefined],
  ['12:00', undefined],
])('is night from seven in the evening to half past six: %s %s', (time, scheme) => {
  expect(ridersScheme('auto', at(time))).toBe(scheme)
})

it('leaves a scheme alone that somebody chose', () => {
  expect(ridersScheme('day', at('02:14'))).toBeUndefined()
  expect(ridersScheme('night', at('12:00'))).toBeUndefined()
})
