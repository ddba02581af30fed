import * as v from 'valibot'
import { type WrongField, isRecord } from '@/domain/calendar/field-checks'
import { parseRule } from '@/domain/calendar/parse-rule'
import type { Rule } from '@/domain/calendar/rule'
import { type Seating, parseSeating } from '@/domain/calendar/seating'
import { MOST_LESSONS } from '@/domain/programme/plan'
import { Audience, Category, Instant, PlainLine } from './fields'

/** JSON of a form of the domain's own, which judges it to the field. */
function judged<Value>(parse: (value: unknown) => object) {
  return v.pipe(
    v.custom<Value>(isRecord),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      const result = parse(dataset.value)
      if (!('wrong' in result)) return
      const { path, reason } = result.wrong as WrongField
      const keys = path === '' ? [] : path.split('.')
      const items = keys.map((key) => ({
        ...{ type: 'object' as const, origin: 'value' as const, key, value: undefined },
        input: {},
      }))
      addIssue({
        message: reason,
        path: items.length > 0 ? (items as unknown as [v.IssuePathItem]) : undefined,
      })
    }),
  )
}

const PlanRule = judged<Rule>(parseRule)
const PlanSeating = judged<Seating>(parseSeating)
const Age = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120)))

/** Text of several lines; no other control characters. */
const Lines = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(2_000),
  v.regex(/^[^\p{Cc}\u2028\u2029]*(?:\n[^\p{Cc}\u2028\u2029]*)*$/u, 'CONTROL_CHARACTER'),
)

/** See domain/programme/plan. */
export const Plan = v.strictObject({
  title: PlainLine(1, 60),
  category: Category,
  audience: Audience,
  description: Lines,
  host: PlainLine(0, 60),
  place: PlainLine(1, 60),
  ages: v.nullable(v.strictObject({ min: Age, max: Age })),
  feeFen: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
  bring: v.nullable(PlainLine(1, 200)),
  when: v.variant('kind', [
    v.strictObject({ kind: v.literal('rule'), rule: PlanRule }),
    v.strictObject({
      kind: v.literal('lessons'),
      lessons: v.pipe(
        v.array(
          v.strictObject({
            startsAt: Instant,
            endsAt: Instant,
            place: v.optional(PlainLine(1, 60)),
          }),
        ),
        v.minLength(1),
        v.maxLength(MOST_LESSONS),
      ),
    }),
  ]),
  seating: v.nullable(PlanSeating),
  guestsFromList: v.boolean(),
})
