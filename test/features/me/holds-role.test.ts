import { worksFor } from '@/features/me/holds-role'

const me = (role: 'staff' | 'district' | 'volunteer', centreId: string | null) => ({
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
})
