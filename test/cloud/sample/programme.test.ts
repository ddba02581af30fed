import { SAMPLE_CENTRES } from '@/cloud/sample/programme/centres'
import { parseRule } from '@/domain/calendar/parse-rule'
import { parseSeating } from '@/domain/calendar/seating'

const TODAYS = ['2026-11-22', '2027-01-01', '2028-02-29', '2027-12-31']

it.each(TODAYS)('every rule and seating of the sample programme of %s can be read', (today) => {
  for (const centre of SAMPLE_CENTRES) {
    for (const { key, rule, seating } of centre.programme(today)) {
      expect([key, parseRule(rule)]).toEqual([key, { rule }])
      if (seating) expect([key, parseSeating(seating)]).toEqual([key, { seating }])
    }
  }
})
