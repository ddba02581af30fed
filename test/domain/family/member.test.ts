import { CHILDREN_RULES_VERSION, needsConsent } from '@/domain/family/consent'
import { MOST_ATTENDEES, MOST_MEMBERS, wrongBirthDate } from '@/domain/family/member'
import { memberKey } from '@/domain/family/member-key'

const TODAY = '2026-11-22'

test.each([
  ['child', null, 'REQUIRED'],
  ['child', '2026-11-23', 'FUTURE'],
  ['child', TODAY, null],
  ['child', '2008-11-23', null],
  ['child', '2008-11-22', 'NOT_A_CHILD'],
  ['elder', null, null],
  ['elder', '1948-05-01', null],
  ['elder', '2008-11-22', null],
  ['elder', '2008-11-23', 'NOT_AN_ELDER'],
  ['elder', '2026-11-23', 'FUTURE'],
] as const)('for a %s, the birth date %p is %p', (kind, birthDate, wrong) => {
  expect(wrongBirthDate(kind, birthDate, TODAY)).toBe(wrong)
})

test.each([
  ['2012-11-23', true],
  ['2012-11-22', false],
  ['2020-01-01', true],
  ['1948-05-01', false],
  [null, false],
])('a guardian consents for somebody born on %p: %p', (birthDate, needed) => {
  expect(needsConsent(birthDate, TODAY)).toBe(needed)
})

test('The rules text has a version, and everybody of a family fits into one booking', () => {
  expect(CHILDREN_RULES_VERSION).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(MOST_ATTENDEES).toBe(MOST_MEMBERS + 1)
})

test('A member’s key is one that the contract knows', () => {
  expect(memberKey(new Uint8Array(10).fill(255))).toMatch(/^m-[a-z2-7]{16}$/)
})
