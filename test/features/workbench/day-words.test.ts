import { readFileSync } from 'node:fs'
import type { Output } from '@/contract'
import { ROLES } from '@/domain/access/role'
import { DESK_DOORS, doorsByArea, worksIn } from '@/features/desk-doors'
import {
  countInWords,
  dayFigures,
  dayNote,
  nextRow,
  waitingRows,
} from '@/features/workbench/day-words'

const NOW = Date.parse('2026-11-22T18:45:00+08:00')
const lesson = {
  ...{ occurrenceId: 'nongye.o1', activityId: 'nongye.a1', category: 'night-school' as const },
  ...{ title: '吉他入门', place: '三楼', lesson: { number: 3, of: 12 } },
  ...{ startsAt: '2026-11-22T19:00:00+08:00', endsAt: '2026-11-22T20:30:00+08:00' },
  ...{ expected: 20, there: 0, excused: 1, left: 4 },
}
const NONE = {
  ...{ unassigned: 0, overdue: 0, feedback: 0, stations: 0, contested: 0 },
  ...{ offers: 0, roomAndWaiting: 0, toAnnounce: 0, toDraw: 0 },
}

describe('today in words', () => {
  it('says of a lesson to come whom it expects, and of one that is on who is there', () => {
    expect(nextRow(lesson, NOW)).toMatchObject({
      ...{ time: '19:00', title: '吉他入门 第 3 课', note: '三楼 · 余 4 席' },
      tag: { tone: 'info', text: '应到 20' },
    })
    expect(nextRow({ ...lesson, there: 7 }, NOW).tag.text).toBe('7 / 20')
    expect(nextRow(lesson, NOW + 3_600_000).tag.text).toBe('0 / 20')
    const empty = nextRow({ ...lesson, expected: 0, lesson: null, left: 0 }, NOW)
    expect(empty).toMatchObject({ title: '吉他入门', note: '三楼 · 满了', tag: { text: '没人报' } })
    expect(empty.label).toBe('吉他入门，19:00，三楼，没人报，满了')
  })

  it('adds a day up in four numbers', () => {
    const day = { lessons: 12, expected: 214, there: 31, excused: 2, full: 3, empty: 1, next: [] }
    expect(dayFigures(day).map(({ number }) => number)).toEqual([214, 31, 3, 1])
    expect(dayNote(day)).toBe('12 课，2 位请过假')
    expect(dayNote({ ...day, excused: 0 })).toBe('12 课')
  })

  it('lists what waits and nothing that does not, and where each is dealt with', () => {
    expect(waitingRows(NONE)).toEqual([])
    const all = waitingRows({
      ...{ unassigned: 2, overdue: 1, feedback: 3, stations: 2, contested: 1 },
      ...{ offers: 2, roomAndWaiting: 1, toAnnounce: 1, toDraw: 1 },
    })
    expect(all).toHaveLength(Object.keys(NONE).length)
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length)
    expect(waitingRows({ ...NONE, overdue: 1_000 })[0]).toMatchObject({ urgent: true, at: 'cases' })
    expect([7, 1_000].map(countInWords)).toEqual(['7', '999+'])
  })
})

describe('the doors of the workbench', () => {
  const me = (role: (typeof ROLES)[number], centreId: string | null) =>
    ({ roles: [{ role, centreId }] }) as unknown as Output<'me.get'>
  const titles = (one: Output<'me.get'>) =>
    doorsByArea(one, 'nongye').flatMap(({ doors }) => doors.map(({ title }) => title))

  it('lead only to pages that there are', () => {
    const config = readFileSync('src/app.config.ts', 'utf8')
    for (const { page } of DESK_DOORS) {
      const [, area, name] = page.split('/')
      expect(config).toContain(`'pages/${area}'`)
      expect(config).toMatch(new RegExp(`'${name}(/${name})?'`))
    }
    expect(new Set(DESK_DOORS.map(({ page }) => page)).size).toBe(DESK_DOORS.length)
  })

  it('are hidden where the server does not have what they show', () => {
    const [one, ...others] = DESK_DOORS.filter(({ isFor }) =>
      isFor(me('staff', 'nongye'), 'nongye'),
    )
    const areas = doorsByArea(me('staff', 'nongye'), 'nongye', (asked) => asked !== one!.needs)
    const shown = areas.flatMap(({ doors }) => doors.map(({ page }) => page))
    expect(shown.sort()).toEqual(others.map(({ page }) => page).sort())
  })

  it('are those of a role, in its centre alone', () => {
    expect(titles(me('volunteer', 'nongye'))).toEqual(['点名'])
    expect(titles(me('doctor', 'nongye'))).toEqual(['坐诊叫号'])
    expect(titles(me('lawyer', 'nongye'))).toEqual(['我的受理', '我的时间'])
    expect(titles(me('staff', 'tongfu'))).toEqual([])
    expect(titles(me('teacher', 'nongye'))).toEqual(['点名'])
    const people = ['谁在这里工作', '操作记录']
    expect(titles(me('director', 'nongye'))).toEqual([...titles(me('staff', 'nongye')), ...people])
    const ofAll = titles(me('district', null))
    expect(ofAll.filter((title) => title !== '区里的数字')).toEqual(
      titles(me('director', 'nongye')),
    )
    expect(ofAll).toContain('区里的数字')
    for (const role of ROLES) expect(worksIn(me(role, 'nongye'), 'nongye')).toBe(true)
    expect(worksIn(null, 'nongye')).toBe(false)
  })
})
