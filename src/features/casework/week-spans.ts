import { minutesOfDay } from '@/domain/time/instant'

/** From when until when on one weekday: times of day `HH:MM` at UTC+8. */
export interface Span {
  opens: string
  closes: string
}

/** The spans of each ISO weekday 1–7; a weekday without any is not there. */
export type WeekSpans = Readonly<Record<number, readonly Span[]>>

/** One cell of the grid: half an hour of a weekday, in minutes since midnight. */
export interface Cell {
  weekday: number
  minutes: number
}

export interface Marking {
  week: WeekSpans
  /** Where a span was begun by the last tap: the next one in the same column says where it ends. */
  from: Cell | null
  /** The day holds as many spans as it can, so nothing was added. */
  full: boolean
}

export const CELL_MINUTES = 30
/** What the contract takes of one day. */
const MOST_SPANS = 4
const USUAL = { from: 8 * 60, until: 20 * 60 }

/** The span that a cell lies in, if it lies in one. */
export function spanAt(week: WeekSpans, { weekday, minutes }: Cell): Span | null {
  const spans = week[weekday] ?? []
  return (
    spans.find(
      ({ opens, closes }) =>
        minutesOfDay(opens) < minutes + CELL_MINUTES && minutesOfDay(closes) > minutes,
    ) ?? null
  )
}

/**
 * What a tap on a cell makes of the week: on an empty cell it begins a span there; on another empty cell
 * of the same weekday after that, the span reaches from the one to the other; on a span it takes that
 * span away. Spans that touch are one.
 */
export function tapCell({ week, from }: Marking, cell: Cell): Marking {
  const { weekday, minutes } = cell
  const spans = week[weekday] ?? []
  const hit = spanAt(week, cell)
  if (hit) {
    const left = spans.filter((span) => span !== hit)
    return { week: withDay(week, weekday, left), from: null, full: false }
  }
  const ends = from?.weekday === weekday && spanAt(week, from) !== null
  const first = ends ? Math.min(from.minutes, minutes) : minutes
  const last = ends ? Math.max(from.minutes, minutes) : minutes
  const joined = join(spans, first, last + CELL_MINUTES)
  if (joined.length > MOST_SPANS) return { week, from: null, full: true }
  return { week: withDay(week, weekday, joined), from: ends ? null : cell, full: false }
}

function join(spans: readonly Span[], first: number, end: number): Span[] {
  const touches = ({ opens, closes }: Span) =>
    minutesOfDay(opens) <= end && minutesOfDay(closes) >= first
  const one = spans.filter(touches).reduce(
    (whole, { opens, closes }) => ({
      first: Math.min(whole.first, minutesOfDay(opens)),
      end: Math.max(whole.end, minutesOfDay(closes)),
    }),
    { first, end },
  )
  const span = { opens: timeOfMinutes(one.first), closes: timeOfMinutes(one.end) }
  return [...spans.filter((other) => !touches(other)), span].sort((a, b) =>
    a.opens < b.opens ? -1 : 1,
  )
}

function withDay(week: WeekSpans, weekday: number, spans: readonly Span[]): WeekSpans {
  const { [weekday]: _before, ...others } = week
  return spans.length > 0 ? { ...others, [weekday]: spans } : others
}

/** 14:30, of minutes since midnight; the last minute of the day stands for its end, as on the wire. */
export function timeOfMinutes(minutes: number): string {
  if (minutes >= 24 * 60) return '23:59'
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

/** The rows of the grid, in minutes since midnight: office hours, and further where spans reach. */
export function rowsOf(week: WeekSpans): number[] {
  const spans = Object.values(week).flat()
  const [from, until] = [
    Math.min(USUAL.from, ...spans.map(({ opens }) => minutesOfDay(opens))),
    Math.max(USUAL.until, ...spans.map(({ closes }) => minutesOfDay(closes))),
  ]
  const first = Math.floor(from / 60) * 60
  const count = Math.ceil((until - first) / CELL_MINUTES)
  return Array.from({ length: count }, (_, index) => first + index * CELL_MINUTES)
}

/** 14:00–16:30、18:00–19:00; null for none. */
export function spansInWords(spans: readonly Span[] | undefined): string | null {
  if (!spans?.length) return null
  return spans.map(({ opens, closes }) => `${opens}–${closes}`).join('、')
}
