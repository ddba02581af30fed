import { refusedField, wrongInOrder, wrongOf } from '@/features/programme/plan-check'
import { emptyForm, type PlanForm } from '@/features/programme/plan-form'
import { openingInWords, openings, seatsInWords } from '@/features/programme/seats-words'
import { seatingOf, USUAL_SEATS } from '@/features/programme/seats-form'

const TODAY = '2026-11-26'
const EMPTY = emptyForm(TODAY)
const GOOD: PlanForm = {
  ...EMPTY,
  ...{ title: '示例讲座', place: '一楼' },
  when: { ...EMPTY.when, time: '15:00', dates: ['2026-12-03'] },
}

describe('what is wrong with a form', () => {
  it('is said field by field, the first on the screen first', () => {
    expect(wrongOf(GOOD)).toEqual({})
    expect(Object.keys(wrongOf(EMPTY)).sort()).toEqual(['days', 'place', 'time', 'title'])
    expect(wrongInOrder(wrongOf(EMPTY))[0]).toBe('写个名字')
    expect(wrongInOrder({})).toEqual([])
  })

  it.each<[string, Partial<PlanForm['when']>]>([
    ['days', { way: 'weekly', weekdays: [] }],
    ['ends', { way: 'weekly', weekdays: [4], count: '0' }],
    ['ends', { way: 'weekly', weekdays: [4], ends: 'until', until: '' }],
    ['ends', { way: 'weekly', weekdays: [4], ends: 'until', until: '2026-11-01' }],
    ['days', { way: 'weekly', weekdays: [4], ends: 'until', until: TODAY, startsOn: '2026-11-27' }],
    ['minutes', { minutes: '2' }],
    ['days', { way: 'monthly', monthBy: 'day', monthDays: [] }],
  ])('lies in %s', (field, when) => {
    const wrong = wrongOf({ ...GOOD, when: { ...GOOD.when, ...when } })
    // A last day before the first is told at the last day, whatever else it makes impossible.
    expect(Object.keys(wrong)).toEqual([when.startsOn ? 'ends' : field])
  })

  it('as the server names it stands at its field', () => {
    expect(refusedField('plan.title')).toEqual({ title: '名字不能用，换几个字' })
    expect(refusedField('plan.when.rule.weekdays.0')).toHaveProperty('days')
    expect(refusedField('plan.when.rule.time')).toHaveProperty('time')
    expect(refusedField('plan.seating.capacity')).toHaveProperty('capacity')
    expect(refusedField('plan.seating.opensAt')).toHaveProperty('seats')
    expect(refusedField('reason')).toHaveProperty('reason')
    expect(refusedField('activityId')).toBeNull()
  })
})

describe('the seats in words', () => {
  const seating = seatingOf(USUAL_SEATS)!
  const now = Date.parse('2026-11-26T10:00:00+08:00')

  it('say how many, when one can book, and until when', () => {
    expect(seatsInWords(seating)).toBe('每次 30 席')
    expect(seatsInWords(null)).toBe('不用报名，直接来')
    const startsAt = Date.parse('2026-12-10T15:00:00+08:00')
    expect(openingInWords(seating, startsAt, now)).toBe(
      '12月3日 周四 09:00 开放，12月10日 周四 14:00 前能报，12月9日 周三 15:00 前能退',
    )
    expect(openingInWords(seating, now + 3_600_000 * 5, now)).toBe(
      '一发布就开放，今天 14:00 前能报，报了就不能退',
    )
    expect(openingInWords(seating, now, now)).toBe('已经过了报名截止的时间，没人能报')
  })

  it('offer what stands among the usual', () => {
    expect(openings(7)).toHaveLength(6)
    expect(openings(10)).toContainEqual({ value: '10', label: '提前 10 天' })
  })
})
