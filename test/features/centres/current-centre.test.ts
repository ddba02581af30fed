import { type Centre, currentCentre } from '@/features/centres/current-centre'

const centre = (centreId: string) => ({ centreId }) as Centre

it('shows the chosen centre, else the first, else none', () => {
  const centres = [centre('nongye'), centre('tongfu')]
  expect(currentCentre(centres, 'tongfu')?.centreId).toBe('tongfu')
  expect(currentCentre(centres, null)?.centreId).toBe('nongye')
  expect(currentCentre(centres, 'gone')?.centreId).toBe('nongye')
  expect(currentCentre([], 'tongfu')).toBeNull()
})
