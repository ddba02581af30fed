import type { Role } from '@/domain/access/role'
import {
  callsNumbersIn,
  directs,
  marksAttendanceIn,
  mayBookFor,
  servicesIn,
  worksFor,
} from '@/features/me/holds-role'

const me = (role: Role, centreId: string | null) => ({
  nickname: null,
  homeCentreId: null,
  roles: [{ role, centreId }],
})

it('knows the staff of a centre and the district, and nobody else', () => {
  expect(worksFor(me('staff', 'nongye'), 'nongye')).toBe(true)
  expect(worksFor(me('staff', 'tongfu'), 'nongye')).toBe(false)
  expect(worksFor(me('district', null), 'nongye')).toBe(true)
  expect(worksFor(me('volunteer', 'nongye'), 'nongye')).toBe(false)
  expect(worksFor(null, 'nongye')).toBe(false)
  expect(worksFor(me('director', 'nongye'), 'nongye')).toBe(true)
  expect(worksFor(me('teacher', 'nongye'), 'nongye')).toBe(false)
})

it('knows what a professional takes up where, and that staff take up nothing', () => {
  expect(servicesIn(me('lawyer', 'nongye'), 'nongye')).toEqual(['legal'])
  expect(servicesIn(me('mediator', 'nongye'), 'nongye')).toEqual(['mediation'])
  expect(servicesIn(me('lawyer', 'tongfu'), 'nongye')).toEqual([])
  expect(servicesIn(me('staff', 'nongye'), 'nongye')).toEqual([])
  expect(servicesIn(null, 'nongye')).toEqual([])
})

it('lets doctors and staff call the numbers of their centre', () => {
  expect(callsNumbersIn(me('doctor', 'nongye'), 'nongye')).toBe(true)
  expect(callsNumbersIn(me('district', null), 'nongye')).toBe(true)
  expect(callsNumbersIn(me('doctor', 'tongfu'), 'nongye')).toBe(false)
  expect(callsNumbersIn(me('lawyer', 'nongye'), 'nongye')).toBe(false)
})

it('lets volunteers and staff of a centre book for others there', () => {
  expect(mayBookFor(me('volunteer', 'nongye'), 'nongye')).toBe(true)
  expect(mayBookFor(me('volunteer', 'nongye'), 'tongfu')).toBe(false)
  expect(mayBookFor(me('staff', 'nongye'), 'nongye')).toBe(true)
  expect(mayBookFor(null, 'nongye')).toBe(false)
})

it('lets directors decide who works in their centre, and teachers mark who is there', () => {
  expect(directs(me('director', 'nongye'), 'nongye')).toBe(true)
  expect(directs(me('director', 'tongfu'), 'nongye')).toBe(false)
  expect(directs(me('district', null), 'nongye')).toBe(true)
  expect(directs(me('staff', 'nongye'), 'nongye')).toBe(false)
  expect(marksAttendanceIn(me('teacher', 'nongye'), 'nongye')).toBe(true)
  expect(mayBookFor(me('teacher', 'nongye'), 'nongye')).toBe(false)
  expect(callsNumbersIn(me('director', 'nongye'), 'nongye')).toBe(true)
})
