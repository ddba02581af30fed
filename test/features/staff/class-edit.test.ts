import { classForm, editedAnswer } from '@/features/staff/class-edit'
import { timesInWords } from '@/features/staff/publish-words'
import type { PreviewedClass } from '@/features/staff/use-publish'

const CLASS: PreviewedClass = {
  ...{ cell: 'A2', cells: ['A2', 'B2'], outcome: 'added', why: null, open: [], stands: null },
  ...{ title: '少儿书法', host: '示例王老师', place: '三楼书画室' },
  ...{ category: 'children', audience: 'children', ages: { min: 6, max: null }, feeFen: 3050 },
  ...{ capacity: 20, per: 'term', behind: 0, changes: [], people: 0 },
  lessons: [{ startsAt: '2026-12-05T09:00:00+08:00', endsAt: '2026-12-05T10:30:00+08:00' }],
  lessonChanges: { moved: 0, cancelled: 0, added: 0 },
}
const FORM = classForm(CLASS)

test('A class is shown as it is typed, and nothing is said of what stays', () => {
  expect(FORM).toEqual({
    ...{ title: '少儿书法', when: '', host: '示例王老师', place: '三楼书画室' },
    ...{ seats: '20', youngest: '6', oldest: '', fee: '30.5' },
  })
  expect(editedAnswer(FORM, CLASS)).toEqual({ answer: {} })
})

test.each([
  [{ title: ' 书法 ' }, { title: '书法' }],
  [{ when: '12月6日 9:00-10:00' }, { when: '12月6日 9:00-10:00' }],
  [
    { host: '', place: '' },
    { teacher: null, place: null },
  ],
  [{ seats: '' }, { capacity: null }],
  [
    { seats: '12', fee: '' },
    { capacity: 12, feeFen: 0 },
  ],
  [{ oldest: '10' }, { ages: { min: 6, max: 10 } }],
  [{ youngest: '' }, { ages: null }],
])('What is typed otherwise is the answer: %j', (typed, answer) => {
  expect(editedAnswer({ ...FORM, ...typed }, CLASS)).toEqual({ answer })
})

test.each([
  [{ title: ' ' }, 'title'],
  [{ seats: '0' }, 'seats'],
  [{ youngest: '130' }, 'youngest'],
  [{ oldest: '5' }, 'oldest'],
  [{ fee: '三十' }, 'fee'],
  [{ fee: '20000' }, 'fee'],
])('What cannot be is named beside its field: %j', (typed, field) => {
  const edited = editedAnswer({ ...FORM, ...typed }, CLASS)
  expect('wrong' in edited && Object.keys(edited.wrong)).toEqual([field])
})

test('A class that is over says so, and how much of a new one lies behind', () => {
  const over: PreviewedClass = { ...CLASS, outcome: 'skipped', lessons: [], behind: 4 }
  expect(timesInWords(over)).toBe('这一班已经上完了（4 次都过了）')
  expect(timesInWords({ ...CLASS, behind: 3 })).toMatch(/；前 3 次已经过了$/)
  expect(timesInWords({ ...CLASS, outcome: 'unchanged', behind: 3 })).not.toMatch(/过了/)
  expect(timesInWords({ ...over, outcome: null, behind: 0 })).toBe('没有读出时间')
})
