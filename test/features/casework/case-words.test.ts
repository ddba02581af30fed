import {
  caseRow,
  dueInWords,
  groupsOf,
  lateInWords,
  waitingRow,
} from '@/features/casework/case-words'
import { anItem, now } from './a-case'

const meeting = {
  startsAt: '2026-11-26T14:00:00+08:00',
  endsAt: '2026-11-26T14:30:00+08:00',
  place: '一楼接待室',
}

it('says in words how late something is', () => {
  expect(lateInWords('2026-11-23T18:00:00+08:00', now)).toBe('晚了 2 天')
  expect(lateInWords('2026-11-25T08:00:00+08:00', now)).toBe('过了时限')
  expect(lateInWords('2026-11-25T18:00:00+08:00', now)).toBe('今天到时限')
  expect(lateInWords('2026-11-26T18:00:00+08:00', now)).toBeNull()
  expect(lateInWords(null, now)).toBeNull()
})

it('says what is due by when, as the state has it', () => {
  expect(dueInWords(anItem(), now)).toBe('后天 18:00 前回话')
  expect(dueInWords(anItem({ state: 'accepted' }), now)).toBe('后天 18:00 前写下结果')
  expect(dueInWords(anItem({ dueAt: null }), now)).toBeNull()
})

it('makes a row of when they meet, where and how it stands', () => {
  const row = caseRow(anItem({ meeting, urgent: true }), now)
  expect(row).toMatchObject({
    title: '明天 14:00–14:30',
    note: '法律咨询 · 一楼接待室 · 新来的，等您接 · 后天 18:00 前回话',
    tag: { text: '急' },
  })
  expect(row.label).toBe(
    '明天 14:00–14:30，急，法律咨询，一楼接待室，新来的，等您接，后天 18:00 前回话',
  )
})

it('says urgent in the note where the tag says late', () => {
  const late = anItem({ urgent: true, dueAt: '2026-11-23T18:00:00+08:00', overdue: true })
  expect(caseRow(late, now)).toMatchObject({ tag: { text: '晚了 2 天' } })
  expect(caseRow(late, now).note).toContain('急')
})

it('marks nothing that is over as late', () => {
  const closed = anItem({ state: 'closed', dueAt: '2026-11-01T18:00:00+08:00', awaiting: null })
  expect(caseRow(closed, now)).toMatchObject({ tag: null, title: '昨天来的' })
})

it('puts first what is late, then what waits for the professional, then the rest', () => {
  const late = anItem({ overdue: true, awaiting: 'resident' })
  const mine = anItem()
  const rest = anItem({ state: 'accepted', awaiting: null, meeting })
  const groups = groupsOf([late, mine, rest], now)
  expect(groups.map(({ title, rows }) => [title, rows[0]!.consultationId])).toEqual([
    ['过了时限', late.consultationId],
    ['等您回话', mine.consultationId],
    ['其他进行中的', rest.consultationId],
  ])
  expect(groupsOf([rest], now).map(({ title }) => title)).toEqual(['进行中的'])
  expect(groupsOf([], now)).toEqual([])
})

it('tells staff the service, since when, and until when: no name, no matter', () => {
  const item = {
    ...anItem({ state: 'received', service: 'mediation', awaiting: null }),
    assigned: false,
  }
  expect(waitingRow(item, now)).toMatchObject({
    title: '矛盾调解',
    note: '昨天来的 · 后天 18:00 前分派',
  })
  expect(waitingRow({ ...item, state: 'assigned', assigned: true }, now).note).toContain(
    '请过人，还没回话',
  )
})
