import { slotsWithout } from '@/domain/consultation/month-slots'
import { restDaysOf, slotsOfMonth } from '@/domain/consultation/office-hours'

const THURSDAYS = {
  weekly: [{ weekday: 4, spans: [{ opens: '14:00', closes: '15:00' }] }],
  blocked: [],
  slotMinutes: 30,
}

it('lists the public rest days of a month: a whole holiday, weekends within it too', () => {
  expect(restDaysOf('2026-10').slice(0, 3)).toEqual(['2026-10-01', '2026-10-02', '2026-10-03'])
  expect(restDaysOf('2026-11')).toEqual([])
})

it('gives a phone that was told the rest days the slots that the cloud will make', () => {
  for (const month of ['2026-09', '2026-10', '2026-11', '2027-01', '2027-02']) {
    const told = restDaysOf(month)
    expect(slotsWithout(THURSDAYS, month, (date) => told.includes(date))).toEqual(
      slotsOfMonth(THURSDAYS, month),
    )
  }
})

it('counts more slots where nothing is a rest day', () => {
  const all = slotsWithout(THURSDAYS, '2026-10', () => false)
  expect(all.length - slotsOfMonth(THURSDAYS, '2026-10').length).toBe(2)
})
