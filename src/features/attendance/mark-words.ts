import type { Mark } from '@/domain/attendance/mark'
import type { TagTone } from '@/ui/tag/tag'

/** How it stands with somebody and a lesson, in two or three words. */
export const MARK_TAGS: Readonly<Record<Mark, { tone: TagTone; text: string }>> = {
  present: { tone: 'free', text: '到了' },
  late: { tone: 'waiting', text: '迟到' },
  absent: { tone: 'full', text: '没来' },
  excused: { tone: 'info', text: '请过假' },
}

/** What staff and volunteers can say of somebody by hand; null takes the mark away. */
export function marksBesides(mark: Mark | null): { mark: Mark | null; label: string }[] {
  const marks: { mark: Mark | null; label: string }[] = [
    { mark: 'present', label: '到了' },
    { mark: 'late', label: '迟到' },
    { mark: 'excused', label: '请过假' },
    { mark: 'absent', label: '没来' },
    { mark: null, label: '清掉，当没点过' },
  ]
  return marks.filter((one) => one.mark !== mark)
}

/** 12 / 20 到了，2 位请过假. */
export function thereInWords(count: { expected: number; there: number; excused: number }): string {
  const { expected, there, excused } = count
  if (expected === 0) return '没有人报'
  const away = excused > 0 ? `，${excused} 位请过假` : ''
  return `${there} / ${expected} 到了${away}`
}
