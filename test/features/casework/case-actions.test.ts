import type { EntryKind } from '@/domain/consultation/consultation'
import { actionsOf, afterwards, firstActionOf, outcomesOf } from '@/features/casework/case-actions'
import { bytesInWords, courseOf, headOf, tracesOf } from '@/features/casework/case-course'
import { freeDaysOf } from '@/features/casework/free-slots'
import { anOpened, now } from './a-case'

describe('what can be done', () => {
  it('follows the state: saying yes first, later the outcome, then nothing', () => {
    expect(firstActionOf(actionsOf(anOpened()))).toBe('accept')
    expect(firstActionOf(actionsOf(anOpened({ state: 'accepted' })))).toBe('close')
    expect(actionsOf(anOpened({ state: 'closed' }))).toEqual([])
    expect(actionsOf(anOpened({ state: 'withdrawn' }))).toEqual([])
  })

  it('does not hand a mediation over to mediation', () => {
    expect(actionsOf(anOpened())).toContain('hand-over')
    expect(actionsOf(anOpened({ service: 'mediation' }))).not.toContain('hand-over')
  })

  it('ends a dispute with or without an agreement, a question of law with advice', () => {
    expect(outcomesOf({ service: 'mediation' }).map(({ value }) => value)).toContain('unsettled')
    expect(outcomesOf({ service: 'legal' }).map(({ value }) => value)).toContain('advised')
  })
})

describe('a consultation after something was done', () => {
  it('shows a question in its course, and that the resident is to answer', () => {
    const entry = { kind: 'question' as const, text: '谁的名字？' }
    const done = { state: 'assigned' as const, entry, awaiting: 'resident' as const }
    const after = afterwards(anOpened(), done, now)
    expect(after).toMatchObject({ awaiting: 'resident', dueAt: anOpened().dueAt })
    expect(courseOf(after, now)).toEqual([
      { who: '您问', when: '今天 09:00', text: '谁的名字？', own: true },
    ])
    expect(headOf(after, now).state).toBe('等居民回话')
  })

  it('that was closed has its outcome, the day it is destroyed, and nothing due', () => {
    const after = afterwards(
      anOpened({ state: 'accepted' }),
      {
        state: 'closed',
        entry: { kind: 'outcome', text: undefined },
        outcome: 'advised',
        deletedAt: '2027-05-24T00:00:00+08:00',
      },
      now,
    )
    expect(after).toMatchObject({ state: 'closed', dueAt: null, proposal: null })
    expect(after.closedAt).toBe('2026-11-25T09:00:00+08:00')
    expect(headOf(after, now)).toMatchObject({ state: '给了建议', due: null })
    expect(tracesOf(after, now)).toBe(
      '打开过 1 次，上一次 今天 08:50，居民都看得到。2027年5月24日 周一起内容销毁，谁也打不开。',
    )
  })
})

describe('the course', () => {
  const at = '2026-11-24T10:00:00+08:00'
  const line = (kind: EntryKind, author: 'resident' | 'professional' = 'professional') => ({
    ...{ kind, author, at, text: null },
  })
  const who = (...entries: ReturnType<typeof line>[]) =>
    courseOf(anOpened({ entries }), now).map((one) => one.who)

  it('names each line by who said it', () => {
    expect(who(line('question'), line('reply', 'resident'), line('proposal'))).toEqual([
      '您问',
      '居民回话',
      '您提了另一个时间',
    ])
  })

  it('says nothing of an earlier professional as if it were one’s own', () => {
    expect(who(line('question'), line('handed-over'), line('question'))).toEqual([
      '律师问',
      '律师转给调解',
      '您问',
    ])
    expect(who(line('declined'), line('outcome'))).toEqual(['上一位没有接', '您写下结果'])
    const reassigned = { ...line('question'), kind: 'reassigned', author: 'staff' } as const
    expect(who(line('question'), reassigned as never, line('question'))).toEqual([
      ...['上一位问', '中心改请了您', '您问'],
    ])
  })
})

it('says the kind of matter only once it was opened', () => {
  expect(headOf(anOpened(), now).title).toBe('继承赡养')
  expect(headOf(anOpened({ content: null }), now).title).toBe('法律咨询')
})

it('offers free times to come, by day, earliest first', () => {
  const slot = (day: string, taken = false) => ({
    poolId: `nongye.${day}`,
    startsAt: `2026-${day}:00+08:00`,
    endsAt: `2026-${day.replace(/00$/, '30')}:00+08:00`,
    taken,
    consultationId: null,
  })
  const days = freeDaysOf(
    [
      slot('12-03T15:00'),
      slot('12-03T14:00'),
      slot('11-26T14:00', true),
      slot('11-20T14:00'),
      slot('11-26T16:00'),
    ],
    now,
  )
  expect(days.map(({ day, slots }) => [day, slots.map(({ time }) => time)])).toEqual([
    ['明天', ['16:00–16:30']],
    ['12月3日 周四', ['14:00–14:30', '15:00–15:30']],
  ])
})

it('says sizes as people do', () => {
  expect([bytesInWords(300), bytesInWords(340 * 1024), bytesInWords(1.25 * 1024 * 1024)]).toEqual([
    '1 KB',
    '340 KB',
    '1.3 MB',
  ])
})
