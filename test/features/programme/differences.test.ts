import { differences, merged, untouched } from '@/features/programme/differences'
import type { Plan } from '@/features/programme/plan'

const SEATING: NonNullable<Plan['seating']> = {
  ...{ per: 'term', capacity: 24, opensDaysBefore: 14, opensAt: '09:00' },
  ...{ closesMinutesBefore: 1440, cancelHoursBefore: 24 },
}
const BEFORE: Plan = {
  ...{ title: '示例吉他', category: 'night-school', audience: 'adults', description: '' },
  ...{ host: '', place: '三楼音乐教室', ages: null, feeFen: 0, bring: null },
  when: {
    kind: 'rule',
    rule: {
      ...{ frequency: 'weekly', startsOn: '2026-12-01', time: '19:00', durationMinutes: 90 },
      ...{ weekdays: [2], count: 12 },
    },
  },
  seating: SEATING,
  guestsFromList: false,
}
const MINE: Plan = { ...BEFORE, place: '二楼教室', seating: { ...SEATING, capacity: 30 } }
const THEIRS: Plan = { ...BEFORE, title: '示例吉他初级', seating: { ...SEATING, capacity: 28 } }

describe('two versions of a plan', () => {
  it('differ field by field, each in words', () => {
    expect(differences(MINE, THEIRS)).toEqual([
      { key: 'title', label: '名字', mine: '示例吉他', theirs: '示例吉他初级' },
      { key: 'place', label: '地点', mine: '二楼教室', theirs: '三楼音乐教室' },
      { key: 'capacity', label: '名额', mine: '30 席', theirs: '28 席' },
    ])
    expect(differences(BEFORE, { ...BEFORE, ages: { min: null, max: null } })).toEqual([])
  })

  it('differ in their seats as a whole where one has none', () => {
    const none: Plan = { ...BEFORE, seating: null }
    expect(differences(none, BEFORE)).toEqual([
      {
        ...{ key: 'seating', label: '要不要报名' },
        ...{ mine: '不用报名，直接来', theirs: '整期 24 席' },
      },
    ])
    expect(merged(none, BEFORE, new Set(['seating']))).toEqual(BEFORE)
  })

  it('are one where one person touched the one thing and another the other', () => {
    const taken = untouched(BEFORE, MINE, THEIRS)
    expect([...taken]).toEqual(['title'])
    expect(merged(MINE, THEIRS, taken)).toEqual({ ...MINE, title: '示例吉他初级' })
    expect(merged(MINE, THEIRS, new Set(['title', 'place', 'capacity']))).toEqual(THEIRS)
    expect(untouched(null, MINE, THEIRS).size).toBe(0)
  })
})
