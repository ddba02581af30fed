import { MATTER_KINDS, type MatterKind } from './consultation'

/** Fewer people than this are not counted in public: each of them might be known. */
export const FEWEST = 5
/** Kinds are told apart only among so many consultations at least. */
export const FEWEST_BY_KIND = 25

/** What was closed of one service in each finished month `YYYY-MM`, in order and without a gap. */
export interface MonthOfService {
  month: string
  closed: number
  settled: number
}

/** How often each kind was closed in each finished month, all services together. */
export interface MonthOfKinds {
  month: string
  kinds: Readonly<Partial<Record<MatterKind, number>>>
}

/** How many said whether it helped, of those closed in a finished month, and the sum of their answers. */
export interface MonthOfAnswers {
  month: string
  rated: number
  sum: number
}

/** Months from one to another, both included. */
export interface MonthSpan {
  from: string
  to: string
}

/** Months that are only ever published as one. */
type Block<Content> = MonthSpan & { content: Content }

/*
 * Whoever may ask for any span of months can subtract one answer from another. So months are joined,
 * from the first one on, into blocks that are large enough by themselves, and an answer is the sum of
 * the whole blocks within the span asked for: subtracting answers gives sums of blocks again and never
 * a part of one. Which months make a block follows from the months up to its end alone, so that later
 * ones change no answer. What is left at the end is told once it has grown into a block.
 */

/**
 * How many of a service were closed and how many of them settled in the whole blocks of a span; null
 * where there are none. A block of `closed` holds at least FEWEST. One of `settled` is made of such
 * blocks and holds at least FEWEST that were settled, and none or at least FEWEST that were not:
 * those are known by subtracting.
 */
export function publishedOfService(
  months: readonly MonthOfService[],
  span: MonthSpan,
): { closed: number | null; settled: number | null } {
  const add = (a: MonthOfService, b: MonthOfService) => ({
    month: b.month,
    closed: a.closed + b.closed,
    settled: a.settled + b.settled,
  })
  const closed = blocksOf(monthly(months), add, (sum) => sum.closed >= FEWEST)
  const settled = blocksOf(closed, add, (sum) => {
    const unsettled = sum.closed - sum.settled
    return sum.settled >= FEWEST && (unsettled === 0 || unsettled >= FEWEST)
  })
  return {
    closed: sumWithin(closed, span, (sum) => sum.closed),
    settled: sumWithin(settled, span, (sum) => sum.settled),
  }
}

/**
 * How often each kind was closed in the whole blocks of a span, which hold at least FEWEST_BY_KIND;
 * null for a kind that one of them does not tell (`kindsToTell`).
 */
export function publishedOfKinds(
  months: readonly MonthOfKinds[],
  span: MonthSpan,
): Map<MatterKind, number | null> {
  const blocks = blocksOf(
    monthly(months.map(({ month, kinds }) => ({ month, counts: countsOf(kinds) }))),
    (a, b) => ({ month: b.month, counts: a.counts.map((count, at) => count + b.counts[at]!) }),
    ({ counts }) => total(counts) >= FEWEST_BY_KIND,
  ).map((block) => ({ ...block, content: kindsToTell(block.content.counts) }))
  return new Map(
    MATTER_KINDS.map((kind, at) => [kind, sumWithin(blocks, span, (told) => told[at]!)]),
  )
}

/**
 * Which counts of a table may be told beside their total; null for the others. Those below FEWEST are
 * not. As what is not told is the total less what is, so many more are left out, the smallest first
 * and equal ones together, that what is left out is at least FEWEST and not the same count throughout:
 * then any two of those left out could have each other's count, and none can be worked out.
 */
export function kindsToTell(counts: readonly number[]): (number | null)[] {
  let told = counts.map((count) => (count >= FEWEST ? count : null))
  for (;;) {
    const left = counts.filter((_, at) => told[at] === null)
    const hidden = total(left) >= FEWEST && new Set(left).size > 1
    const shown = told.filter((count) => count !== null)
    if (left.length === 0 || hidden || shown.length === 0) return told
    const smallest = Math.min(...shown)
    told = told.map((count) => (count === smallest ? null : count))
  }
}

/** The average of the answers in the whole blocks of a span, to one decimal; of at least FEWEST. */
export function publishedSatisfaction(
  months: readonly MonthOfAnswers[],
  span: MonthSpan,
): number | null {
  const blocks = blocksOf(
    monthly(months),
    (a, b) => ({ month: b.month, rated: a.rated + b.rated, sum: a.sum + b.sum }),
    ({ rated }) => rated >= FEWEST,
  )
  const rated = sumWithin(blocks, span, (block) => block.rated)
  const sum = sumWithin(blocks, span, (block) => block.sum)
  return rated === null || sum === null ? null : Math.round((10 * sum) / rated) / 10
}

function monthly<Month extends { month: string }>(months: readonly Month[]): Block<Month>[] {
  return months.map((content) => ({ from: content.month, to: content.month, content }))
}

/** Joins parts, in order, into blocks that are `enough`; what is left over at the end is none. */
function blocksOf<Content>(
  parts: readonly Block<Content>[],
  add: (a: Content, b: Content) => Content,
  enough: (content: Content) => boolean,
): Block<Content>[] {
  const blocks: Block<Content>[] = []
  let open: Block<Content> | null = null
  for (const part of parts) {
    const joined: Block<Content> = open
      ? { from: open.from, to: part.to, content: add(open.content, part.content) }
      : part
    open = enough(joined.content) ? null : joined
    if (!open) blocks.push(joined)
  }
  return blocks
}

/** The sum over the whole blocks of a span; null without any, or where one of them tells nothing. */
function sumWithin<Content>(
  blocks: readonly Block<Content>[],
  span: MonthSpan,
  countOf: (content: Content) => number | null,
): number | null {
  const counts = blocks
    .filter(({ from, to }) => from >= span.from && to <= span.to)
    .map(({ content }) => countOf(content))
  const told = counts.filter((count) => count !== null)
  return told.length === 0 || told.length < counts.length ? null : total(told)
}

function countsOf(kinds: MonthOfKinds['kinds']): number[] {
  return MATTER_KINDS.map((kind) => kinds[kind] ?? 0)
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
