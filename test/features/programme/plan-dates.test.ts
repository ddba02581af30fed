import type { Rule } from '@/domain/calendar/rule'
import { plannedDays, restChoices, restDaysOf, restQuestion } from '@/features/programme/plan-dates'
import { planMarks } from '@/features/programme/plan-marks'

/** Thursdays over the National Day holiday of 2026 (1 to 7 October, by the notice). */
const COURSE: Rule = {
  ...{ frequency: 'weekly', startsOn: '2026-09-17', time: '15:00', durationMinutes: 90 },
  ...{ weekdays: [4], count: 4 },
}

describe('the days of a plan', () => {
  it('that fall on public rest days are asked about, with what comes of each answer', () => {
    expect(restDaysOf(COURSE)).toEqual(['2026-10-01'])
    expect(restQuestion(restDaysOf(COURSE))).toBe('1 个日期遇节假日（10月1日），怎么办？')
    expect(restChoices(COURSE).map(({ label, note }) => `${label}：${note}`)).toEqual([
      '照常：放假也来，共 4 次，最后一次 10月8日',
      '停一次：放假那次不办，共 3 次，最后一次 10月8日',
      '顺延：往后推，一课不少，共 4 次，最后一次 10月15日',
    ])
  })

  it('are not asked about again once they were settled by hand', () => {
    expect(restDaysOf({ ...COURSE, exceptDates: ['2026-10-01'] })).toEqual([])
    expect(restDaysOf({ ...COURSE, extraDates: ['2026-10-01'] })).toEqual([])
  })

  it('say what is not held, and of a plan without end as long as is written ahead', () => {
    const days = plannedDays({ kind: 'rule', rule: { ...COURSE, onRestDays: 'drop' } })
    expect(days).toContainEqual({ originalDate: '2026-10-01', date: null, rest: true })
    const open = { ...COURSE, count: undefined }
    expect(plannedDays({ kind: 'rule', rule: open }).length).toBe(22)
    expect(restChoices(open)[0]!.note).toBe('放假也来')
  })

  it('stand in the month with a word for what is unusual', () => {
    const [drop, postpone] = (['drop', 'postpone'] as const).map((onRestDays) =>
      plannedDays({ kind: 'rule', rule: { ...COURSE, count: undefined, onRestDays } }),
    )
    expect(planMarks('2026-10', drop!, new Set())['2026-10-01']?.festival).toBe('停一次')
    expect(planMarks('2026-10', drop!, new Set(['2026-10-15']))['2026-10-15']).toMatchObject({
      festival: '撞房间',
      holiday: null,
    })
    const monthly: Rule = {
      ...{ frequency: 'monthly', startsOn: '2026-10-01', time: '15:00', durationMinutes: 90 },
      ...{ monthDays: [1], count: 1, onRestDays: 'postpone' },
    }
    const moved = plannedDays({ kind: 'rule', rule: monthly })
    expect(planMarks('2026-10', moved, new Set())['2026-10-08']?.festival).toBe('顺延来')
    expect(postpone!.some(({ originalDate, date }) => date !== null && date > originalDate)).toBe(
      false,
    )
  })
})
