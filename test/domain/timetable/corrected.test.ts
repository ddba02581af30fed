import { instantAt } from '@/domain/time/instant'
import type { Answer } from '@/domain/timetable/answers'
import { type StandingClass, compareWithStanding } from '@/domain/timetable/publishing'
import { understandTable } from '@/cloud/sheets/desk'
import { type Cell, workbook } from '../../support/station-list'

const ROW: Cell[] = ['少儿书法', '2026年12月5日起每周六 9:00-10:30 共4次', '示例王老师', 20]

function compared(now: string, standing: StandingClass[], answer: Answer | null) {
  const sheet = workbook([['课程名称', '上课时间', '老师', '人数'], ROW])
  const answers = new Map(answer ? [['A2', answer]] : [])
  const wish = { answers, sheet: {}, place: '示例中心', now: instantAt(now, '12:00') }
  const result = compareWithStanding(understandTable(sheet, 2026).classes, standing, wish)
  if ('unknown' in result) throw new Error('no such cell')
  return result.classes[0]!
}

test('What a clerk corrects holds, whatever the sheet or a hand said before', () => {
  const edited = { title: '书法', teacher: '示例赵老师', capacity: 30 }
  const added = compared('2026-11-26', [], edited)
  expect(added).toMatchObject({ outcome: 'added', to: { title: '书法', seats: 30 } })
  const { read, said, to, category, audience, per } = added
  const lessons = to.lessons.map((one) => ({ ...one, place: to.place }))
  const standing: StandingClass = {
    ...{ activityId: '示例.1', version: 1, isCancelled: false, category, audience, per },
    ...{ stands: { ...to, lessons, host: '示例李老师' }, last: { read, said } },
  }
  expect(compared('2026-11-26', [standing], null)).toMatchObject({ outcome: 'unchanged' })
  expect(compared('2026-11-26', [standing], edited)).toMatchObject({
    ...{ outcome: 'changed', changes: ['host'], to: { host: '示例赵老师' } },
  })
})

test('Of a class it is known how many lessons lie behind', () => {
  expect(compared('2026-12-13', [], null)).toMatchObject({ outcome: 'added', behind: 2 })
  const over = compared('2027-01-01', [], null)
  expect(over).toMatchObject({ outcome: 'skipped', behind: 4, to: { lessons: [] } })
})
