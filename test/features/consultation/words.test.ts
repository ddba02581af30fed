import {
  briefNote,
  briefTag,
  briefTitle,
  dueInWords,
  SOMEBODY,
  standing,
} from '@/features/consultation/brief-words'
import {
  deletionInWords,
  entryTitle,
  openingInWords,
  openQuestion,
} from '@/features/consultation/course-words'
import { refusalOf, sizeInWords, waitingAs } from '@/features/consultation/files'
import { foundInWords } from '@/features/consultation/found-words'
import { helpedInWords, numbersInWords } from '@/features/consultation/published'
import { daysOf, slotInWords } from '@/features/consultation/times'
import { CONSULTATION_STATES, SERVICES } from '@/domain/consultation/consultation'
import { brief, NOW, numbers, slot } from './builders'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {}, useDidShow: () => undefined }))

const meeting = { poolId: 'nongye.p1', place: '一楼接待室', ...pick(slot()) }
function pick({ startsAt, endsAt }: ReturnType<typeof slot>) {
  return { startsAt, endsAt }
}

describe('a line in the list', () => {
  it('tells a neighbour nothing, whatever it is about and however it stands', () => {
    for (const service of SERVICES) {
      for (const state of CONSULTATION_STATES) {
        for (const awaiting of ['resident', 'professional', null] as const) {
          for (const when of [meeting, null]) {
            const one = brief({ service, state, awaiting, meeting: when, outcome: 'settled' })
            const said = [briefTitle(one), briefNote(one, NOW), briefTag(one)?.text].join()
            expect(said).not.toMatch(/律|法|调解|纠纷|投诉|建议|说和|undefined/)
          }
        }
      }
    }
  })

  it('says by when the next step is done', () => {
    expect(briefTitle(brief())).toBe('预约 · 11月23日')
    expect(briefTitle(brief({ service: 'feedback' }))).toBe('反映 · 11月23日')
    expect(briefNote(brief(), NOW)).toBe('最晚 11月30日 周一 18:00 前有人接')
    expect(briefNote(brief({ state: 'assigned' }), NOW)).toBe('最晚 11月30日 周一 18:00 前给您回话')
    expect(briefNote(brief({ service: 'feedback' }), NOW)).toBe('最晚 11月30日 周一 18:00 前答复')
    expect(briefNote(brief({ meeting }), NOW)).toBe('后天 14:00–14:30')
    expect(briefNote(brief({ awaiting: 'resident' }), NOW)).toBe('等您回一句话')
  })

  it('says when something is late', () => {
    const late = brief({ dueAt: '2026-11-23T18:00:00+08:00' })
    expect(dueInWords(late, NOW)).toBe('过了该有人接的时间，可以打电话催一催')
    expect(dueInWords(brief({ state: 'closed' }), NOW)).toBeNull()
    expect(dueInWords(brief({ dueAt: null }), NOW)).toBeNull()
  })
})

describe('how it stands', () => {
  it('is said on its own page with who takes it, and elsewhere without', () => {
    const agreed = brief({ state: 'accepted', meeting })
    expect(standing(agreed, NOW)).toEqual({
      title: '时间留好了',
      next: '律师确认了，最晚 11月30日 周一 18:00 前有结果。来不了，提前换个时间。',
    })
    expect(standing(agreed, NOW, SOMEBODY).next).not.toContain('律师')
    expect(standing(brief({ state: 'closed', outcome: 'referred' }), NOW).title).toBe(
      '转给了司法所',
    )
    expect(standing(brief({ service: 'mediation', state: 'accepted' }), NOW)).toEqual({
      title: '调解员接了',
      next: '最晚 11月30日 周一 18:00 前有结果。',
    })
  })
})

describe('the course', () => {
  it('names who said what', () => {
    const at = '2026-11-24T08:00:00+08:00'
    const asked = { kind: 'question', author: 'professional', at, text: '哪年的？' } as const
    expect(entryTitle(asked, 'legal')).toBe('律师问')
    expect(entryTitle({ ...asked, kind: 'reply', author: 'resident' }, 'legal')).toBe('您回')
    expect(entryTitle({ ...asked, kind: 'answer', author: 'staff' }, 'feedback')).toBe('中心答复')
    expect(openQuestion({ entries: [asked], awaiting: 'resident' })).toBe(asked)
    expect(openQuestion({ entries: [asked], awaiting: null })).toBeNull()
  })

  it('shows each opening and when it is deleted', () => {
    const opening = { at: '2026-11-23T10:05:00+08:00', role: 'lawyer', what: '' } as const
    expect(openingInWords(opening, NOW)).toBe('律师 昨天 10:05 打开看过')
    expect(deletionInWords({ deletedAt: null })).toBe('结束 180 天后销毁，之后谁也看不了')
    expect(deletionInWords({ deletedAt: '2027-05-23T18:00:00+08:00' })).toBe(
      '2027年5月23日 销毁，之后谁也看不了',
    )
  })
})

describe('free times', () => {
  const later = slot({
    poolId: 'nongye.p2',
    startsAt: '2026-11-26T15:00:00+08:00',
    endsAt: '2026-11-26T15:30:00+08:00',
  })
  const next = slot({
    poolId: 'nongye.p3',
    startsAt: '2026-11-27T14:00:00+08:00',
    endsAt: '2026-11-27T14:30:00+08:00',
    channels: ['wechat'],
  })
  const past = slot({ poolId: 'nongye.p4', startsAt: '2026-11-24T08:00:00+08:00' })

  it('lie under their days, those alone that can be had so', () => {
    const days = daysOf([later, next, past, slot()], 'phone', NOW)
    expect(days.map(({ day, slots }) => [day, slots.map(({ poolId }) => poolId)])).toEqual([
      ['后天', ['nongye.p1', 'nongye.p2']],
    ])
    expect(daysOf([next], 'wechat', NOW)[0]!.day).toBe('本周五')
    expect(slotInWords(later, NOW)).toBe('后天 15:00–15:30')
  })

  it('of two who are free at once are one choice', () => {
    expect(daysOf([slot(), slot({ poolId: 'nongye.p9' })], 'phone', NOW)[0]!.slots).toHaveLength(1)
  })
})

describe('published numbers', () => {
  it('say how many were helped, and nothing where that would tell of a few', () => {
    expect(helpedInWords(numbers([33, 20]), 'legal')).toBe('今年帮到 33 位居民')
    expect(helpedInWords(numbers([33, 20]), 'mediation')).toBe('今年办了 20 件，说和 12 件')
    expect(helpedInWords(numbers([null, null]), 'legal')).toBeNull()
    expect(numbersInWords(numbers([null, null]))).toEqual([])
    expect(numbersInWords(numbers([33, null], { satisfaction: 4.5 }))).toEqual([
      '问律师：今年帮到 33 位居民',
      '大家打分 4.5，满分 5 分',
    ])
  })
})

describe('a file', () => {
  const pdf = { name: 'a.pdf', size: 1000 }
  it('is taken when it is a picture or a PDF, not too large, and not one too many', () => {
    expect(refusalOf(pdf, 5, 6)).toBeNull()
    expect(refusalOf(pdf, 6, 6)).toBe('最多 6 个')
    expect(refusalOf({ ...pdf, name: 'a.txt' }, 0, 6)).toContain('只收图片和 PDF')
    expect(refusalOf({ ...pdf, size: 11 * 1024 * 1024 }, 0, 6)).toContain('11.0 MB')
    expect(refusalOf({ ...pdf, size: 0 }, 0, 6)).toContain('空的')
    expect(sizeInWords(200)).toBe('1 KB')
  })

  it('is sent again once the host has let it go', () => {
    const sent = { id: '1', name: 'a.pdf', bytes: 1, sent: { fileId: 'f-a', at: NOW } }
    expect(waitingAs(sent, NOW + 3_600_000)).toBe('f-a')
    expect(waitingAs(sent, NOW + 23 * 3_600_000)).toBeNull()
  })
})

it('says what became of what was sent and not answered', () => {
  const found = { operation: 'consultation.request', consultationId: null } as const
  expect(foundInWords({ ...found, done: true, service: 'legal' })).toContain('送到了')
  expect(foundInWords({ ...found, done: false, service: 'legal' })).toContain('还在这部手机里')
  expect(foundInWords({ ...found, done: null, service: null })).toContain('看下面')
})
