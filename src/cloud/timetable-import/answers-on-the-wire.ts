import type { ParsedInput } from '@/contract'
import type { Answer } from '@/domain/timetable/answers'
import { instantOrNull } from '@/cloud/operations/instant-or-null'

type OnTheWire = ParsedInput<'staff.previewPublish'>['answers']

/** The answers by their cells; or the first field that cannot be. */
export function answersOnTheWire(
  answers: OnTheWire,
): { answers: Map<string, Answer> } | { wrong: { path: string; reason: string } } {
  const pairs = Array.isArray(answers)
    ? answers.map(({ cell, ...answer }, at) => ({ cell, answer, path: `answers.${at}` }))
    : Object.entries(answers).map(([cell, answer]) => ({ cell, answer, path: `answers.${cell}` }))
  const result = new Map<string, Answer>()
  for (const { cell, answer, path } of pairs) {
    if (result.has(cell)) return { wrong: { path: `${path}.cell`, reason: 'REPEATED' } }
    const { lessons, ...rest } = answer
    const { ages } = rest
    if (ages && ages.min !== null && ages.max !== null && ages.min > ages.max) {
      return { wrong: { path: `${path}.ages.max`, reason: 'RANGE' } }
    }
    const spans = (lessons ?? []).map(({ startsAt, endsAt }) => ({
      ...{ startsAt: instantOrNull(startsAt), endsAt: instantOrNull(endsAt) },
    }))
    const wrong = spans.findIndex(
      ({ startsAt, endsAt }) => startsAt === null || endsAt === null || endsAt <= startsAt,
    )
    if (wrong !== -1) return { wrong: { path: `${path}.lessons.${wrong}`, reason: 'INSTANT' } }
    const inMilliseconds = spans.map((span) => ({ startsAt: span.startsAt!, endsAt: span.endsAt! }))
    result.set(cell, lessons ? { ...rest, lessons: inMilliseconds } : rest)
  }
  return { answers: result }
}
