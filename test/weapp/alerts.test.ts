/**
 * Messages on the real bundle: asked for by one tap after booking, what was answered said calmly, and read
 * where the local host stands in WeChat's place.
 */
import type { Output } from '@/contract'
import { fixedClock } from '@/cloud/clock'
import { localAlerts } from '@/cloud/hosts/local/alerts'
import { sendAlerts } from '@/cloud/jobs/send-alerts'
import { dateOf, startOfDay } from '@/domain/time/date'
import { DAY, HOUR, MINUTE } from '@/domain/time/instant'
import { tell } from '../support/families'
import { TestLessons } from '../support/lessons'
import { ask } from '../support/programme'
import { silentLog } from '../support/silent-log'
import { Visitor } from '../support/visitor'
import { Looks, MODES, writeLooks } from '../support/weapp/looks'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(120_000)

const stage = useStage()
const all: Looks[] = []
let lessons: TestLessons
beforeAll(async () => {
  lessons = await TestLessons.beside(stage.host)
}, 60_000)
afterAll(async () => {
  writeLooks('weapp-alerts', 'What the screens of messages cost', all)
  await lessons.end()
})

describe.each(MODES)('somebody who booked ($name)', (mode) => {
  const { name, scale, theme, device } = mode
  const looks = new Looks(mode)
  all.push(looks)

  it('is asked by their tap alone, told what was answered, and told of what comes', async () => {
    const person = `要提醒的-${name}`
    const lesson = await lessons.beginning('晚间书法', (3 * DAY) / MINUTE)
    const { bookingId } = await lessons.book(person, lesson)
    const entry = `pages/booking/confirmed/confirmed?bookingId=${bookingId}`
    const weapp = await stage.open({ theme, ...(device && { device }), persona: person, entry })
    const visitor = new Visitor(weapp.page, scale)
    await visitor.button('到时候提醒我').waitFor()
    await looks.look(weapp, 'alerts-offered')

    await weapp.says('reject')
    await visitor.touch(visitor.button('到时候提醒我'))
    await visitor.sees('没有打开，不提醒您。想要的时候再点。')
    await weapp.says('switched off')
    await visitor.touch(visitor.button('到时候提醒我'))
    await visitor.sees('微信里关了提醒。打开“订阅消息”，再回来点。')
    await looks.look(weapp, 'alerts-off')

    await weapp.restart()
    await weapp.says('accept')
    await visitor.touch(visitor.button('到时候提醒我'))
    await visitor.sees('好，记下了')
    await looks.look(weapp, 'alerts-accepted')
    const asked = (await weapp.asked()).filter((one) => one.name === 'requestSubscribeMessage')
    expect(asked).toHaveLength(1)
    const { templates } = await ask<Output<'alerts.mine'>>(
      ...([stage.host.url, person, 'alerts.mine', {}] as const),
    )
    const left = templates.map((one) => [one.template, one.left])
    expect(left).toEqual(expect.arrayContaining([['change', 1]]))
    expect(weapp.errors).toEqual([])

    const { occurrenceId } = lesson
    const { bookings } = await ask<Output<'seats.mine'>>(
      ...([stage.host.url, person, 'seats.mine', {}] as const),
    )
    const { startsAt, endsAt, place } = bookings[0]!.occurrences[0]!
    await tell(stage.host.url, 'staff', 'lessons.cancel', {
      ...{ occurrenceId, reason: '老师临时有事' },
      expected: { startsAt, endsAt, place, state: 'scheduled' },
    })
    // Whatever the hour is: what is written now goes out by day at the latest.
    const noon = fixedClock(startOfDay(dateOf(Date.now())) + DAY + 12 * HOUR)
    const alerts = localAlerts(lessons.store, noon)
    await sendAlerts({ store: lessons.store, clock: noon, log: silentLog, alerts })
    await weapp.restartAt('pages/notices/mine/mine')
    await visitor.sees('微信里会收到的')
    await visitor.sees(/取消了 · .*这一次不上了，不用跑一趟/)
    await looks.look(weapp, 'alerts-delivered')
  })
})
