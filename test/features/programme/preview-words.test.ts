import { isBegun, draftOfForm, readDraft } from '@/features/programme/plan-draft'
import { emptyForm } from '@/features/programme/plan-form'
import {
  changesInWords,
  clashesInWords,
  rowsOfPreview,
  whomInWords,
} from '@/features/programme/preview-words'
import type { PlanPreview } from '@/features/programme/saving-words'

const TODAY = '2026-11-26'
type Lesson = PlanPreview['lessons'][number]

function lesson(day: string, more: Partial<Lesson> = {}): Lesson {
  return {
    startsAt: `${day}T15:00:00+08:00`,
    endsAt: `${day}T16:30:00+08:00`,
    ...{ place: '一楼', restDay: null, held: 'as-ruled', originalDate: day, room: null },
    ...{ change: null, ...more },
  }
}
const room = {
  title: '示例合唱',
  startsAt: '2026-12-10T14:00:00+08:00',
  endsAt: '2026-12-10T16:00:00+08:00',
}
const PREVIEW: PlanPreview = {
  ...{ ruleInWords: '', restDays: 1, roomClashes: 1, opensAt: null, people: 12, clashing: 2 },
  lessons: [
    lesson('2026-12-03'),
    lesson('2026-12-10', { room }),
    lesson('2027-01-01', { held: 'dropped', restDay: '元旦' }),
    lesson('2027-01-04', { held: 'moved', restDay: '元旦', originalDate: '2027-01-01' }),
    lesson('2027-01-07', {
      change: 'moved',
      from: { ...lesson('2027-01-06'), place: '二楼' },
    }),
    lesson('2027-01-14', { change: 'cancelled' }),
  ],
}

describe('what comes of a plan', () => {
  it('is a line for each lesson, what is unusual in a word and a sentence', () => {
    const rows = rowsOfPreview(PREVIEW, TODAY)
    expect(rows.map(({ title, note, tag, off }) => [title, note, tag?.text, off])).toEqual([
      ['12月3日 周四 15:00–16:30', null, undefined, false],
      ['12月10日 周四 15:00–16:30', '一楼那时有“示例合唱”，14:00–16:00', '撞房间', false],
      ['1月1日 周五 15:00–16:30', '元旦，停一次', '停一次', true],
      ['1月4日 周一 15:00–16:30', '1月1日 元旦，顺延到这天', '顺延', false],
      ['1月7日 周四 15:00–16:30', '原来 1月6日 15:00，二楼', '改期', false],
      ['1月14日 周四 15:00–16:30', null, '取消', true],
    ])
  })

  it('says whom it concerns and which lessons', () => {
    expect(whomInWords(PREVIEW)).toBe('报了名的 12 人每人收到一条通知，其中 2 人那时有别的安排。')
    expect(changesInWords(PREVIEW)).toBe('改期 1 课，取消 1 课')
    expect(changesInWords({ lessons: [lesson('2026-12-03', { change: 'same' })] })).toBeNull()
    expect(clashesInWords(PREVIEW)).toContain('有 1 次房间撞了：那时有“示例合唱”')
    expect(clashesInWords({ ...PREVIEW, roomClashes: 0 })).toBeNull()
  })
})

describe('the draft of a plan', () => {
  const now = Date.parse('2026-11-26T10:00:00+08:00')
  const draft = draftOfForm(emptyForm(TODAY))

  it('is worth keeping once something was typed', () => {
    expect(isBegun(draft)).toBe(false)
    expect(isBegun({ ...draft, form: { ...draft.form, title: '示' } })).toBe(true)
    expect(isBegun({ ...draft, cover: { fileId: 'f', at: now } })).toBe(true)
  })

  it('is read as it was kept, and is none of anything else', () => {
    expect(readDraft(JSON.parse(JSON.stringify(draft)), now)).toEqual(draft)
    expect(readDraft({ form: draft.form }, now)).toBeNull()
    expect(readDraft({ ...draft, version: 'x' }, now)).toBeNull()
  })
})
