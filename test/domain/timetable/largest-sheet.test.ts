import { addDays } from '@/domain/time/date'
import { MINUTE, instantAt } from '@/domain/time/instant'
import type { Span } from '@/domain/timetable/merge'
import { LONGEST_WORDS, whenInWords } from '@/domain/timetable/when-in-words'
import { sheetRow, writeTimetable } from '@/cloud/sheets/desk'

/** A sequence that looks like none, the same in every run. */
function unlike(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48271) % 2147483647)
}

/** Lessons of which no two are at the same time of day, a day or two apart. */
function irregular(count: number, next: () => number): Span[] {
  let day = 0
  return Array.from({ length: count }, () => {
    day += 1 + (next() % 2)
    const startsAt = instantAt(addDays('2026-12-01', day), '08:00') + (next() % 600) * MINUTE
    return { startsAt, endsAt: startsAt + (30 + (next() % 90)) * MINUTE }
  })
}

const text = (length: number, next: () => number) =>
  Array.from({ length }, () => String.fromCharCode(0x4e00 + (next() % 20_000))).join('')

test('The largest programme that is given back stays within what a call may carry', () => {
  const next = unlike(20261126)
  const rows = Array.from({ length: 300 }, () => {
    const lessons = irregular(80, next)
    const ages = { min: next() % 10, max: 10 + (next() % 100) }
    const [title, host, place] = [text(60, next), text(60, next), text(60, next)]
    const row = sheetRow(
      { title, host, place, lessons, ages, seats: 1 + (next() % 100_000), feeFen: next() % 1e6 },
      null,
    )
    return row!
  })
  for (const row of rows) expect(row[1]!.length).toBeGreaterThan(LONGEST_WORDS * 0.85)
  const content = Buffer.from(writeTimetable(rows)).toString('base64')
  expect(content.length).toBeGreaterThan(300_000)
  expect(content.length).toBeLessThan(900_000)
})

test('What no cell holds is not written into one', () => {
  expect(whenInWords(irregular(200, unlike(7)), null)).toBeNull()
})
