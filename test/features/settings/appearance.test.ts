import { resolveAppearance } from '@/features/settings/resolve-appearance'

const system = { scale: 'large', scheme: 'night' } as const

it('follows the phone until somebody says otherwise', () => {
  expect(resolveAppearance({ scale: 'auto', scheme: 'auto' }, system)).toEqual(system)
  expect(resolveAppearance({ scale: 'standard', scheme: 'day' }, system)).toEqual({
    scale: 'standard',
    scheme: 'day',
  })
})
