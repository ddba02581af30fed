import { understandTimetable } from '@/domain/timetable/understand'
import { inShort } from './in-short'
import { GRIDS } from './samples/grids'
import { LINES } from './samples/lines'
import { LISTS } from './samples/lists'
import { MESSY } from './samples/messy'
import type { Sample } from './samples/sample'
import { sheetOf } from './sheet-of'

const SAMPLES: Sample[] = [...LISTS, ...GRIDS, ...LINES, ...MESSY]

describe.each(SAMPLES)('$name', (sample) => {
  const found = understandTimetable([sheetOf(sample.drawn, sample.title)], sample.year ?? 2026)

  it('is understood', () => {
    expect(found.activities.map(inShort)).toEqual(sample.means)
  })

  it('rejects what cannot be, and asks what it must', () => {
    expect(found.rejected.map(({ cell }) => cell)).toEqual(sample.rejected ?? [])
    for (const cell of sample.questions ?? []) {
      expect(found.questions.map((one) => one.cell)).toContain(cell)
    }
  })
})
