import type { Plan } from '../../../src/domain/programme/plan'

/** A plan: a weekly lecture with seats each time, when nothing else is said. */
export function aPlan(more: Partial<Plan> = {}): Plan {
  return {
    title: '示例讲座',
    category: 'lecture',
    audience: 'everyone',
    description: '讲一件用得上的事。',
    host: '示例老师',
    place: '示例讲座室',
    ages: null,
    feeFen: 0,
    bring: null,
    when: {
      kind: 'rule',
      rule: {
        frequency: 'weekly',
        weekdays: [4],
        startsOn: '2026-11-26',
        time: '15:00',
        durationMinutes: 90,
        count: 4,
      },
    },
    seating: {
      per: 'occurrence',
      capacity: 10,
      opensDaysBefore: 30,
      opensAt: '09:00',
      closesMinutesBefore: 30,
      cancelHoursBefore: 0,
    },
    guestsFromList: false,
    ...more,
  }
}

/** The same as a course: one seat for its four lessons, on Wednesday evenings. */
export function aCoursePlan(more: Partial<Plan> = {}): Plan {
  const plan = aPlan()
  return {
    ...plan,
    ...{ title: '示例课程', category: 'night-school', place: '示例教室' },
    when: {
      kind: 'rule',
      rule: {
        frequency: 'weekly',
        weekdays: [3],
        startsOn: '2026-12-02',
        time: '19:00',
        durationMinutes: 90,
        count: 4,
      },
    },
    seating: { ...plan.seating!, per: 'term', cancelHoursBefore: 24 },
    ...more,
  }
}
