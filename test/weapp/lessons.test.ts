/**
 * Lessons of a course on the real bundle: a mother excuses her child from one of them, another family's
 * child that waited is offered that one lesson and takes it; staff move a lesson, and the mother reads
 * when it is now and what it clashes with.
 */
import type { Output } from '@/contract'
import { dayInWords } from '@/domain/time/words'
import { ask, heldBy } from '../support/programme'
import { aRunningCourse, type RunningCourse } from '../support/running-course'
import { Visitor } from '../support/visitor'
import { Looks, MODES, writeLooks } from '../support/weapp/looks'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(120_000)

const REASON = '老师去外地比赛'
const stage = useStage()
const all: Looks[] = []
const courses = new Map<string, RunningCourse>()
/** On this day, counted from today, the child has something else. */
const CLASH_ON = 20
beforeAll(async () => {
  for (const { name } of MODES) {
    const course = await aRunningCourse(stage.host, {
      holding: [`请假的妈妈-${name}`],
      waiting: [`等着的爸爸-${name}`],
      clashOn: [CLASH_ON],
    })
    courses.set(name, course)
  }
}, 90_000)
afterAll(() => writeLooks('weapp-lessons', 'What the screens of lessons and notices cost', all))

describe.each(MODES)('a family with a course ($name)', (mode) => {
  const { name, scale, theme, device } = mode
  const looks = new Looks(mode)
  all.push(looks)
  const open = { theme, ...(device && { device }) }

  it('excuses a child, whose seat another family takes for that lesson, and reads of a move', async () => {
    const { url } = stage.host
    const { title, activityId, poolId, holders, day } = courses.get(name)!
    const [{ persona: mother, bookingId }] = holders as [RunningCourse['holders'][number]]
    const father = `等着的爸爸-${name}`

    const entry = `pages/booking/ticket/ticket?bookingId=${bookingId}`
    const weapp = await stage.open({ ...open, persona: mother, entry })
    const visitor = new Visitor(weapp.page, scale)
    await visitor.sees('下一课是第 2 课，共 6 课')
    await looks.look(weapp, 'lessons-course')
    await visitor.touch(visitor.button(/^第 2 课，/))
    await visitor.sees('第 2 课来不了？')
    await visitor.sees('这一课的座位会让给候补的人。有人接了，就不能反悔了。')
    await looks.look(weapp, 'lessons-excuse')
    await visitor.touch(visitor.button('给小满请假'))
    await visitor.button(/^第 2 课，.*请过假$/).waitFor()
    await visitor.sees('下一课是第 3 课，共 6 课')
    await looks.look(weapp, 'lessons-excused')

    const other = await stage.open({ ...open, persona: father, entry: 'pages/waitlist/mine/mine' })
    const guest = new Visitor(other.page, scale)
    await guest.sees('留给您第 2 课的 1 席')
    await guest.sees('只有这一次课')
    await looks.look(other, 'lessons-guest')
    await guest.touch(guest.button(`要，报上${title}`))
    await guest.isConfirmed()
    const [held] = await heldBy(url, father)
    expect(held!.occurrences).toMatchObject([{ lesson: { number: 2, of: 6 } }])

    await visitor.touch(visitor.button(/^第 2 课，/))
    await visitor.touch(visitor.button('改主意了，还是来'))
    await visitor.sees('这一课的座位让出去了')
    const dialog = weapp.page.getByRole('dialog')
    await visitor.touch(dialog.getByRole('button', { name: '知道了', exact: true }))

    const desk = `pages/lessons/lesson/lesson?activityId=${activityId}&poolId=${poolId}`
    const staff = await stage.open({ ...open, persona: 'staff', entry: desk })
    const colleague = new Visitor(staff.page, scale)
    await colleague.touch(colleague.button(/^第 4 课 /))
    await colleague.chooses(new RegExp(`^${dayInWords(day(CLASH_ON), day(0))}$`))
    await staff.page.getByRole('textbox', { name: '几点开始' }).fill('10:30')
    await colleague.sees('1 人有这一课的座位，其中 1 人那时有别的安排。')
    await staff.page.getByRole('textbox', { name: '为什么' }).fill(REASON)
    await colleague.button('改期，告诉大家').waitFor()
    await looks.look(staff, 'lessons-desk')
    await colleague.touch(colleague.button('改期，告诉大家'))
    await colleague.sees('1 人马上会读到。')
    await looks.look(staff, 'lessons-desk-sure')
    await colleague.touch(colleague.button('改期'))
    await colleague.button(/^第 4 课 .*改过期$/).waitFor()

    await weapp.restartAt('pages/me/me')
    await visitor.button('有 1 条通知没看').waitFor()
    await looks.look(weapp, 'lessons-me')
    await visitor.touch(visitor.button('有 1 条通知没看'))
    await visitor.sees(REASON)
    await visitor.sees(/^时间撞上了：小满那时还有“少儿篮球”：/)
    await looks.look(weapp, 'notices')
    await visitor.touch(visitor.button('看撞上的少儿篮球'))
    await visitor.sees('少儿篮球')
    await expect(unreadOf(url, mother)).resolves.toBe(0)
    expect([...weapp.errors, ...other.errors, ...staff.errors]).toEqual([])
  })

  it('sees screens that are legible, easy to hit and within the limits of WeChat’s audits', () => {
    expect(Object.keys(looks.wrong)).toHaveLength(8)
    expect(looks.faults()).toEqual({})
    expect(looks.overLimits()).toEqual([])
  })
})

async function unreadOf(url: string, persona: string): Promise<number> {
  const { unread } = await ask<Output<'notices.mine'>>(url, persona, 'notices.mine', {})
  return unread
}
