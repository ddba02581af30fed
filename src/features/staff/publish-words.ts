import { detailsInWords, lessonsInWords } from './timetable-words'
import type { Previewed, PreviewedClass, Published } from './use-publish'

const FIELDS = {
  title: '名称',
  host: '老师',
  place: '地点',
  seats: '名额',
  ages: '年龄',
  feeFen: '费用',
  lessons: '上课时间',
} as const

type Open = Previewed['open'][number]

/** Asked for the whole sheet and not cell by cell. */
export const OF_SHEET: readonly Open['kind'][] = ['seats', 'length', 'rest-days']

/** How many answers are wanted: what is asked for the whole sheet is one. */
export function answersWanted(open: readonly Open[]): number {
  const once = new Set(open.map(({ kind }) => kind).filter((kind) => OF_SHEET.includes(kind)))
  return once.size + open.filter(({ kind }) => !OF_SHEET.includes(kind)).length
}

interface Counted {
  counts: Previewed['counts']
  missing: readonly unknown[]
}

/** 新开 3 门，改 1 门，不变 12 门. */
export function countsInWords({ counts, missing }: Counted): string {
  const parts = [
    counts.added > 0 ? `新开 ${counts.added} 门` : null,
    counts.changed > 0 ? `改 ${counts.changed} 门` : null,
    counts.unchanged > 0 ? `不变 ${counts.unchanged} 门` : null,
    counts.skipped > 0 ? `不发布 ${counts.skipped} 门` : null,
    missing.length > 0 ? `表里没有了 ${missing.length} 门` : null,
  ]
  return parts.filter(Boolean).join('，') || '还没有能发布的课'
}

/** 新开 3 门、改 1 门（关系到 2 人）、不变 12 门、取消 1 门（关系到 4 人）: before it is done. */
export function publishingInWords(
  { counts, classes }: Previewed,
  cancelled: readonly { people: number }[],
): string {
  const sum = (some: readonly { people: number }[]) =>
    some.reduce((all, { people }) => all + people, 0)
  const touched = (people: number) => (people > 0 ? `（关系到 ${people} 人）` : '')
  const [changing, losing] = [sum(classes), sum(cancelled)]
  const parts = [
    counts.added > 0 ? `新开 ${counts.added} 门` : null,
    counts.changed > 0 ? `改 ${counts.changed} 门${touched(changing)}` : null,
    counts.unchanged > 0 ? `不变 ${counts.unchanged} 门` : null,
    cancelled.length > 0 ? `取消 ${cancelled.length} 门${touched(losing)}` : null,
  ].filter(Boolean)
  const told = changing + losing > 0 ? '课变了的人会收到通知，' : ''
  return `${parts.join('、')}。${told}报上的名都留着。`
}

/** What became of it, and who knows: after it is done. */
export function publishedInWords({ counts, cancelled, missing, told }: Published): string {
  const isNews = counts.changed + cancelled.length > 0
  return [
    cancelled.length > 0 ? `取消了 ${cancelled.length} 门。` : null,
    counts.added > 0 ? '新开的课已经在日历上了。' : null,
    told > 0 ? `课变了，已经告诉 ${told} 个人。` : null,
    told === 0 && isNews ? '变了的课还没有人报名，不用通知谁。' : null,
    missing.length > 0 ? `表里没有了的 ${missing.length} 门照常上。` : null,
  ]
    .filter(Boolean)
    .join('')
}

/**
 * When a class takes place: 周六 09:00–10:30，…; of one of which nothing is to come that it is over, and
 * of a new one how many of its lessons are not published because they lie behind.
 */
export function timesInWords({ lessons, outcome, behind = 0 }: PreviewedClass): string {
  if (lessons.length === 0 && behind > 0) return `这一班已经上完了（${behind} 次都过了）`
  const times = lessonsInWords(lessons)
  return outcome === 'added' && behind > 0 ? `${times}；前 ${behind} 次已经过了` : times
}

/** 示例王老师 · 三楼书画室 · 20 人 · 6–10 岁 · 免费. */
export function classInWords({ host, place, capacity, ages, feeFen }: PreviewedClass): string {
  const fee = { free: feeFen === 0, amountFen: feeFen, currency: 'CNY' as const }
  return detailsInWords({ teacher: host || null, place: place || null, capacity, ages, fee })
}

/** 改了老师、上课时间：挪 4 节；3 个人会收到通知. */
export function changesInWords({ changes, lessonChanges, people }: PreviewedClass): string {
  const { moved, cancelled, added } = lessonChanges
  const lessons = [
    moved > 0 ? `挪 ${moved} 节` : null,
    cancelled > 0 ? `少 ${cancelled} 节` : null,
    added > 0 ? `多 ${added} 节` : null,
  ].filter(Boolean)
  const fields = `改了${changes.map((field) => FIELDS[field]).join('、')}`
  const what = lessons.length > 0 ? `${fields}：${lessons.join('，')}` : fields
  return people > 0 ? `${what}；${people} 个人会收到通知` : what
}

/** How a class stands, in two characters or three. */
export function outcomeInWords({ outcome, why }: PreviewedClass) {
  if (outcome === null) return { tone: 'waiting', text: '要答' } as const
  if (outcome === 'added') return { tone: 'free', text: '新开' } as const
  if (outcome === 'changed') return { tone: 'info', text: '要改' } as const
  if (outcome === 'skipped') return { tone: 'quiet', text: why ? '略过' : '不发布' } as const
  return { tone: 'quiet', text: '不变' } as const
}
