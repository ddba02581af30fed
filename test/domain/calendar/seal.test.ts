import { AUDIENCES, CATEGORIES } from '@/domain/calendar/programme'
import { AUDIENCE_NAMES, SEALS } from '@/domain/calendar/seal'

test('every category has a seal of one character, no two the same, and a name', () => {
  const characters = CATEGORIES.map((category) => SEALS[category].character)
  expect(characters.join('')).toBe('讲学技童游医乐节法')
  expect(new Set(characters).size).toBe(CATEGORIES.length)
  for (const category of CATEGORIES) expect(SEALS[category].name).toMatch(/^\p{Script=Han}{2,6}$/u)
})

test('every audience has a name of its own', () => {
  const names = AUDIENCES.map((audience) => AUDIENCE_NAMES[audience])
  expect(names).toEqual(['大家', '一小', '一老', '青壮', '骑手', '党员'])
})
