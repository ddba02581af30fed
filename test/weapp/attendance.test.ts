/**
 * Attendance on the real bundle: the code that changes and the door that scans it, a roster without
 * network, the code on the wall, a seat given back late and what is said about it.
 */
import { CODE_PERIOD, oneTimeCode } from '@/domain/attendance/one-time-code'
import { POSTER_PAGE } from '@/domain/attendance/poster-scene'
import { shownText } from '@/domain/attendance/shown-code'
import { dateOf } from '@/domain/time/date'
import { MINUTE } from '@/domain/time/instant'
import type { Output } from '@/contract'
import { eventually } from '../support/eventually'
import { addChild, tell } from '../support/families'
import { type ABooking, type ALesson, TestLessons } from '../support/lessons'
import { ask } from '../support/programme'
import { Visitor } from '../support/visitor'
import { byCode } from '../support/weapp/chromium/weapp-in-chromium'
import { Looks, MODES, writeLooks } from '../support/weapp/looks'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(150_000)

/** Each mode has lessons of its own beside those of the sample. */
const TITLES = {
  standard: { course: '零基础吉他', practice: '八段锦' },
  large: { course: '古筝入门', practice: '五禽戏' },
}

const stage = useStage()
const all: Looks[] = []
let lessons: TestLessons
beforeAll(async () => {
  lessons = await TestLessons.beside(stage.host)
}, 60_000)
afterAll(async () => {
  writeLooks('weapp-attendance', 'What the screens of attendance cost', all)
  await lessons?.end()
})

const textOf = ({ checkInCode, checkInSecret }: ABooking, at: number) =>
  shownText({ checkInCode, oneTimeCode: oneTimeCode(checkInSecret!, at) })

describe.each(MODES)('attendance ($name)', (mode) => {
  const { name, scale, theme, device } = mode
  const open = { theme, ...(device && { device }) }
  const looks = new Looks(mode)
  all.push(looks)
  const parent = `带孩子的-${name}`
  const late = `有事的-${name}`
  const { course, practice } = TITLES[scale]
  let lesson: ALesson
  let booking: ABooking

  beforeAll(async () => {
    lesson = await lessons.beginning(course, 20)
    const child = await addChild(stage.host.url, parent, '小满', '2018-03-05')
    booking = await lessons.book(parent, lesson, ['self', child])
    await tell(stage.host.url, late, 'me.update', { nickname: '示例老王' })
    await lessons.book(late, lesson)
  }, 60_000)

  const marksOf = async () => {
    const roster = await lessons.roster(lesson)
    return roster.map(({ name: who, mark, means }) => [who, mark, means])
  }

  it('shows a code that changes without network, and the door’s scanner takes it', async () => {
    const entry = `pages/booking/ticket/ticket?bookingId=${booking.bookingId}`
    const phone = await stage.open({ ...open, persona: parent, entry })
    const shown = phone.page.getByRole('img', { name: /^动态码/ })
    await shown.waitFor()
    await phone.setOnline(false)
    await phone.restart()
    await shown.waitFor()
    const digits = async () => (await shown.getAttribute('aria-label'))!.replace(/\D/g, '')
    const expected = (periods: number) =>
      [0, 1].map((later) =>
        oneTimeCode(booking.checkInSecret!, Date.now() + (periods - later) * CODE_PERIOD),
      )
    expect(expected(0)).toContain(await digits())
    await looks.look(phone, 'attendance-ticket')
    const before = await digits()
    await phone.page.evaluate((ms) => {
      const real = Date.now.bind(Date)
      Date.now = () => real() + ms
    }, CODE_PERIOD)
    await eventually(digits, (now) => now !== before)
    expect(expected(1)).toContain(await digits())

    const entryAtDoor = `pages/attendance/roster/roster?occurrenceId=${lesson.occurrenceId}`
    const door = await stage.open({ ...open, persona: 'volunteer', entry: entryAtDoor })
    const volunteer = new Visitor(door.page, scale)
    await volunteer.sees('0 / 3 到了')
    await looks.look(door, 'attendance-roster')
    await volunteer.touch(volunteer.button('扫签到码，一个接一个'))
    await door.showsCode(textOf(booking, Date.now() - 10 * MINUTE))
    await volunteer.sees('这张码过时了')
    await door.showsCode(textOf(booking, Date.now()))
    await volunteer.sees('小** 等 2 人 到了')
    await volunteer.sees('2 / 3 到了')
    await door.closesScanner()
    await volunteer.button('扫签到码，一个接一个').waitFor()
    await looks.look(door, 'attendance-scanned')
    expect(await marksOf()).toEqual(
      expect.arrayContaining([
        ['小满', 'present', 'code'],
        ['示例老王', null, null],
      ]),
    )
    const felt = (await door.asked()).filter(({ name: asked }) => asked.startsWith('vibrate'))
    expect(felt.map(({ name: asked }) => asked)).toEqual(['vibrateLong', 'vibrateShort'])
    expect([...phone.errors, ...door.errors]).toEqual([])
  })

  it('keeps the marks of a door without network and sends them when it is back', async () => {
    const entry = 'pages/attendance/day/day'
    const door = await stage.open({ ...open, persona: 'volunteer', entry })
    const volunteer = new Visitor(door.page, scale)
    const row = volunteer.button(new RegExp(`^${lesson.title}，`))
    await volunteer.button('后一天').waitFor()
    if (dateOf(Date.now() + 20 * MINUTE) !== dateOf(Date.now())) {
      await volunteer.touch(volunteer.button('后一天'))
    }
    await row.waitFor()
    await looks.look(door, 'attendance-day')
    await volunteer.touch(row)
    await volunteer.sees(/\/ 3 到了$/)
    await door.setOnline(false)
    const sent = () => door.calls.filter(({ request }) => request.operation === 'attendance.mark')
    await volunteer.touch(volunteer.button('示例老王到了'))
    await volunteer.sees('没有网络，1 条记在手机里，连上网自己送。')
    await volunteer.touch(volunteer.button(/^示例老王，/))
    await volunteer.button('迟到').waitFor()
    await looks.look(door, 'attendance-mark')
    await volunteer.touch(volunteer.button('迟到'))
    await door.restartAt(`pages/attendance/roster/roster?occurrenceId=${lesson.occurrenceId}`)
    await volunteer.sees('没有网络，2 条记在手机里，连上网自己送。')
    await volunteer.button(/^示例老王，.*迟到，改$/).waitFor()
    await looks.look(door, 'attendance-offline')
    expect(sent()).toEqual([])
    await door.setOnline(true)
    await eventually(marksOf, (marks) => marks.some(([, mark]) => mark === 'late'))
    expect(sent()).toHaveLength(2)
    expect(door.errors).toEqual([])
  })

  it('checks a resident in by the code on the wall, after a tap', async () => {
    const desk = await stage.open({
      ...{ ...open, persona: 'staff', entry: 'pages/attendance/poster/poster' },
    })
    const staff = new Visitor(desk.page, scale)
    const make = staff.button('做一张')
    const replace = staff.button('换一张新的')
    await make.or(replace).waitFor()
    if (await make.isVisible()) await staff.touch(make)
    else {
      await staff.touch(replace)
      await staff.sees(/墙上那张马上不能用了/)
      await looks.look(desk, 'attendance-replace')
      await staff.touch(staff.button('换新的'))
    }
    await staff.sees('来了，签个到')
    await replace.waitFor()
    await looks.look(desk, 'attendance-poster')
    const { poster } = await ask<Output<'attendance.poster'>>(
      ...([stage.host.url, 'staff', 'attendance.poster', { centreId: 'nongye' }] as const),
    )
    const walker = `扫墙的-${name}`
    await lessons.book(walker, lesson)
    const scanned = byCode(POSTER_PAGE, poster!.scene)
    const phone = await stage.open({ ...open, persona: walker, ...scanned })
    const visitor = new Visitor(phone.page, scale)
    await visitor.sees(lesson.title)
    await looks.look(phone, 'attendance-check-in')
    const checkIns = () =>
      phone.calls.filter(({ request }) => request.operation === 'attendance.checkIn').length
    expect(checkIns()).toBe(0)
    await visitor.touch(visitor.button('签到'))
    await visitor.sees('签上了')
    await visitor.sees('我 到了')
    await looks.look(phone, 'attendance-there')
    expect(checkIns()).toBe(1)
    expect((await marksOf()).filter(([, , means]) => means === 'poster')).toHaveLength(1)
    expect([...desk.errors, ...phone.errors]).toEqual([])
  })

  it('gives a seat back late, says what that counts, and hears what is said about it', async () => {
    const soon = await lessons.beginning(practice, 30)
    const { bookingId } = await lessons.book(late, soon)
    const entry = `pages/booking/ticket/ticket?bookingId=${bookingId}`
    const phone = await stage.open({ ...open, persona: late, entry })
    const visitor = new Visitor(phone.page, scale)
    await visitor.touch(visitor.button('来不了，还是退掉'))
    await visitor.sees(/算半次没来/)
    await looks.look(phone, 'attendance-late')
    await visitor.touch(visitor.button('还是退掉'))
    await visitor.sees(scale === 'large' ? '我报的名' : '要去的')
    await phone.restartAt('pages/attendance/mine/mine')
    await visitor.sees(/现在算半次$/)
    await looks.look(phone, 'attendance-mine')
    await visitor.touch(visitor.button(`有话说：${practice}`))
    await visitor.sees(/^退晚了，记半次。您说了，工作人员看之前先不算/)
    const desk = await stage.open({
      ...{ ...open, persona: 'staff', entry: 'pages/attendance/contested/contested' },
    })
    const staff = new Visitor(desk.page, scale)
    await staff.sees(new RegExp(`^${practice}`))
    await looks.look(desk, 'attendance-contested')
    await staff.touch(staff.button(/^撤销：示例老王/))
    await desk.page.getByRole('textbox', { name: '为什么' }).fill('那天提前打过电话')
    await staff.button('撤销').last().waitFor()
    await looks.look(desk, 'attendance-settle')
    await staff.touch(staff.button('撤销').last())
    await staff.sees('没有要看的')
    await phone.restartAt('pages/attendance/mine/mine')
    await visitor.sees(/工作人员说：那天提前打过电话/)
    await looks.look(phone, 'attendance-answered')
    expect([...desk.errors, ...phone.errors]).toEqual([])
  })

  it('is legible, easy to hit and within the limits of WeChat’s audits', () => {
    expect(Object.keys(looks.wrong).length).toBeGreaterThanOrEqual(13)
    expect(looks.faults()).toEqual({})
    expect(looks.overLimits()).toEqual([])
  })
})
