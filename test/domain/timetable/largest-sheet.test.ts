import { addDays } from '@/domain/time/date'
import { MINUTE, instantAt } from '@/domain/time/instant'
import type { Span } from '@/domain/timetable/merge'
import { LONGEST_WORDS, whenInWords } from '@/domain/timetable/when-in-words'
import { sheetContent } from '@/cloud/sheets/desk'

/** A sequence that looks like none, the same in every run. */
function unlike(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48271) % 2147483647)
}

const text = (length: number, next: () => number) =>
  Array.from({ length }, () => String.fromCharCode(0x4e00 + (next() % 20_000))).join('')

/** Rows of which no two are alike, so that nothing can be said more shortly. */
function rowsOf(classes: number, words: (next: () => number) => string): string[][] {
  const next = unlike(20261126)
  return Array.from({ length: classes }, () => [
    ...[text(60, next), words(next), text(60, next), text(60, next)],
    ...[`${1 + (next() % 100_000)}人`, '119-120岁', `${next() % 10_000}元`],
  ])
}

test('As many classes as are given back are given back in one answer', () => {
  const weekly = () => '2026年12月5日起每周六、日 09:00-10:30 共40次（2026年12月26日停课）'
  expect(sheetContent(rowsOf(300, weekly))!.length).toBeLessThan(400_000)
})

test('What clerks wrote beside their times may be more than one answer carries', () => {
  expect(sheetContent(rowsOf(300, (next) => text(LONGEST_WORDS, next)))).toBeNull()
})

test('What no cell holds is not written into one', () => {
  const next = unlike(7)
  const lessons = Array.from({ length: 200 }, (_, day): Span => {
    const startsAt = instantAt(addDays('2026-12-01', day), '08:00') + (next() % 600) * MINUTE
    return { startsAt, endsAt: startsAt + (30 + (next() % 90)) * MINUTE }
  })
  expect(whenInWords(lessons, null)).toBeNull()
})
