import fc from 'fast-check'
import { parseRule } from '@/domain/calendar/parse-rule'
import { lunarYearly, monthlyNth, monthlyOn, onDates, weekly } from './rule-builders'

const { startsOn: _, ...endless } = weekly([4])
const wrong: [unknown, string, string][] = [
  [null, '', 'TYPE'],
  [[], '', 'TYPE'],
  ['weekly', '', 'TYPE'],
  [{}, 'frequency', 'REQUIRED'],
  [{ ...weekly([4]), frequency: 'daily' }, 'frequency', 'RANGE'],
  [{ ...weekly([4]), frequency: 7 }, 'frequency', 'TYPE'],
  [endless, 'startsOn', 'REQUIRED'],
  [weekly([4], { startsOn: '2026-02-30' }), 'startsOn', 'DATE'],
  [weekly([4], { time: '24:00' }), 'time', 'TIME'],
  [weekly([4], { durationMinutes: 0 }), 'durationMinutes', 'RANGE'],
  [weekly([4], { durationMinutes: 90.5 }), 'durationMinutes', 'TYPE'],
  [weekly([]), 'weekdays', 'LENGTH'],
  [weekly([0]), 'weekdays.0', 'RANGE'],
  [weekly([4, 4]), 'weekdays.1', 'CONFLICT'],
  [{ ...weekly([4]), weekdays: 4 }, 'weekdays', 'TYPE'],
  [weekly([4], { interval: 0 }), 'interval', 'RANGE'],
  [weekly([4], { count: 0 }), 'count', 'RANGE'],
  [weekly([4], { count: 3, until: '2026-12-31' }), 'count', 'CONFLICT'],
  [weekly([4], { until: '2026-08-31' }), 'until', 'RANGE'],
  [weekly([4], { exceptDates: ['2026-9-3'] }), 'exceptDates.0', 'DATE'],
  [weekly([4], { extraDates: ['2026-08-01'] }), 'extraDates.0', 'RANGE'],
  [
    weekly([4], { extraDates: ['2026-09-09', '2026-09-10'], exceptDates: ['2026-09-10'] }),
    'extraDates.1',
    'CONFLICT',
  ],
  [{ ...weekly([4]), onRestDays: 'move' }, 'onRestDays', 'RANGE'],
  [{ ...weekly([4]), monthDays: [1] }, 'monthDays', 'UNKNOWN_FIELD'],
  [JSON.parse('{"frequency":"weekly","__proto__":{"time":"15:00"}}'), 'startsOn', 'REQUIRED'],
  [{ ...monthlyOn([1]), monthDays: undefined }, 'monthDays', 'TYPE'],
  [monthlyOn([0]), 'monthDays.0', 'RANGE'],
  [monthlyOn([32]), 'monthDays.0', 'RANGE'],
  [monthlyNth(6, 1), 'nthWeekday.nth', 'RANGE'],
  [monthlyNth(1, 8), 'nthWeekday.weekday', 'RANGE'],
  [{ ...monthlyNth(1, 1), monthDays: [1] }, 'monthDays', 'UNKNOWN_FIELD'],
  [onDates([]), 'dates', 'LENGTH'],
  [onDates(['2026-08-31']), 'dates.0', 'RANGE'],
  [{ ...onDates(['2026-12-05']), count: 1 }, 'count', 'UNKNOWN_FIELD'],
  [lunarYearly(13, 1), 'lunarMonth', 'RANGE'],
  [lunarYearly(1, 31), 'lunarDay', 'RANGE'],
]

test.each(wrong)('%j is refused at %j: %s', (value, path, reason) =>
  expect(parseRule(value)).toEqual({ wrong: { path, reason } }),
)

test('a field that is undefined counts as left out', () => {
  expect(parseRule(weekly([4], { until: undefined }))).toHaveProperty('rule')
})

test('any JSON is a rule or has a wrong field; nothing throws', () => {
  const fields = ['frequency', 'startsOn', 'time', 'weekdays', 'dates', 'count', 'nthWeekday']
  const near = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue())
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), near), fc.jsonValue(), (value, noise) => {
      expect(Object.keys(parseRule(value))).toEqual(['wrong'])
      const spoilt = { ...weekly([4]), weekdays: noise, noise }
      expect(Object.keys(parseRule(spoilt))).toEqual(['wrong'])
    }),
  )
})
