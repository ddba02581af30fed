/**
 * @jest-environment jsdom
 *
 * Everything private that the executed bundle asks WeChat for, at its first need: asked in our words,
 * refused without losing anything typed, and given once it is agreed to. The sheet itself, its button, and
 * location are in my-data.
 */
import '../support/weapp/jsdom/text-encoder'
import { DECLARED_CALLS } from '../../config/privacy/declared'
import { PRIVACY_WORDS } from '@/features/privacy-words'
import { type DemoHost, startDemoHost } from '../support/demo-host'
import { everyPage, type Visit } from '../support/everyone/every-page'
import { fields, holds, typeInto } from '../support/everyone/fingers'
import { readBundle } from '../support/weapp/bundle'
import { HeldClock } from '../support/weapp/held-clock'
import { WeappInJsdom } from '../support/weapp/jsdom/weapp-in-jsdom'

jest.setTimeout(60_000)

interface Need {
  /** The function of WeChat that is needed. */
  of: string
  /** Where, and what is tapped on the way; the last tap needs it. A pattern is what its words begin with. */
  on: string
  taps: readonly (string | RegExp)[]
  /** The field that something was typed into before. */
  typed?: string
  /** What stands there after no, and where there is another way on. */
  said: string
}

const NO_PICTURE = '没有选照片，写好的都在。想选再点一次。'
const NO_FILE = '没有选文件，写好的都在。想选再点一次。'
const NO_SCAN = '没有扫码，手写那几位也行。想扫再点。'
const NO_CALENDAR = '没加进日历。时间在这一页看得到'

const NEEDS: readonly Need[] = [
  {
    ...{ of: 'chooseMedia', on: 'pages/consultation/form/form', typed: '简单说说' },
    ...{ taps: ['加照片'], said: NO_PICTURE },
  },
  {
    ...{ of: 'chooseMessageFile', on: 'pages/consultation/form/form', typed: '简单说说' },
    ...{ taps: ['从聊天里加 PDF'], said: NO_FILE },
  },
  {
    ...{ of: 'chooseMedia', on: 'pages/consultation/amend/amend', typed: '简单说说' },
    ...{ taps: ['加照片'], said: NO_PICTURE },
  },
  {
    ...{ of: 'chooseMedia', on: 'pages/programme/plan/plan', typed: '地点' },
    ...{ taps: ['选图片'], said: NO_PICTURE },
  },
  { of: 'chooseMedia', on: 'staff station', taps: ['放一张照片'], said: NO_PICTURE },
  {
    of: 'chooseMessageFile',
    on: 'pages/staff/timetable/timetable',
    taps: ['选文件'],
    said: NO_FILE,
  },
  {
    ...{ of: 'chooseMessageFile', on: 'pages/staff/station-list/station-list' },
    ...{ taps: ['选文件'], said: NO_FILE },
  },
  {
    ...{ of: 'addPhoneCalendar', on: 'pages/activity/activity/activity' },
    ...{ taps: ['手机日历'], said: NO_CALENDAR },
  },
  {
    ...{ of: 'addPhoneCalendar', on: 'pages/booking/confirmed/confirmed' },
    ...{ taps: [/^加到手机日历/], said: NO_CALENDAR },
  },
  {
    ...{ of: 'addPhoneCalendar', on: 'pages/booking/ticket/ticket' },
    ...{ taps: [/^加到手机日历/], said: NO_CALENDAR },
  },
  {
    ...{ of: 'setClipboardData', on: 'pages/me-more/calendar/calendar' },
    ...{ taps: ['要一个日历地址', '复制地址'], said: '没复制成，照上面抄也行' },
  },
  {
    ...{ of: 'setClipboardData', on: 'pages/ballot/verify/verify' },
    ...{ taps: ['复制指纹和数字'], said: '没复制上。这一页都看得到，想要再点' },
  },
  {
    ...{
      of: 'setClipboardData',
      on: 'pages/people/people/people',
      typed: '给谁（只有负责人看得到）',
    },
    ...{
      taps: ['邀请一位', /^工作人员办中心/, '生成口令', '复制'],
      said: '没复制成，念给对方也行',
    },
  },
  {
    ...{ of: 'setClipboardData', on: 'pages/casework/case/case' },
    ...{ taps: [/^打开看/, /^复制/], said: '没复制成，请照着抄一下' },
  },
  {
    ...{ of: 'scanCode', on: 'pages/attendance/check-in/check-in', typed: '墙上的字母' },
    ...{ taps: ['扫墙上的码'], said: NO_SCAN },
  },
  {
    ...{ of: 'scanCode', on: 'unscanned desk', typed: '电脑上的六位' },
    ...{ taps: ['扫电脑上的码'], said: NO_SCAN },
  },
  {
    ...{ of: 'scanCode', on: 'pages/attendance/roster/roster' },
    ...{ taps: ['扫签到码，一个接一个'], said: NO_SCAN },
  },
]
const TYPED = 'ABC123'

const bundle = readBundle()
let host: DemoHost
let visits: Record<string, Visit>
beforeAll(async () => {
  host = await startDemoHost()
  visits = await everyPage(host)
}, 120_000)
afterAll(() => host?.end())

/** One phone for everything that somebody needs. */
let phone: { persona: string; weapp: WeappInJsdom; clock: HeldClock } | null = null

async function phoneOf(persona: string) {
  if (phone?.persona === persona) return phone
  localStorage.clear()
  document.body.innerHTML = ''
  const clock = new HeldClock()
  const weapp = await WeappInJsdom.open({
    ...{ bundle, host: host.url, persona, logic: clock.logic },
    entry: 'pages/consultation/rules/rules',
  })
  phone = { persona, weapp, clock }
  return phone
}

/** Who stands where; two of the pages are opened otherwise than by the one whom they are for. */
function visitOf(on: string): Visit & { route: string } {
  if (on === 'staff station') {
    const route = 'pages/station/station/station'
    return { ...visits[route]!, route, persona: 'staff' }
  }
  if (on === 'unscanned desk') {
    const route = 'pages/devices/approve/approve'
    return { persona: visits[route]!.persona, route }
  }
  return { ...visits[on]!, route: on }
}

it('knows everything private that is declared, and what each is for', () => {
  const needed = new Set(NEEDS.map(({ of }) => of).concat('getFuzzyLocation'))
  for (const { apis } of DECLARED_CALLS) for (const api of apis) expect(needed).toContain(api)
  expect(Object.keys(PRIVACY_WORDS).sort()).toEqual([...needed].sort())
})

it.each(NEEDS.map((need) => [need.of, need.on, need] as const))(
  '%s on %s is asked for, can be refused, and is given once it is agreed to',
  async (of, on, { taps, typed, said }) => {
    const { route, persona, query } = visitOf(on)
    const { weapp, clock } = await phoneOf(persona)
    const { title, otherwise } = PRIVACY_WORDS[of]!
    const asks = () => weapp.shows(title)
    const times = (name: string) => weapp.asked.filter((one) => one === name).length
    const before = times(of)
    weapp.device.privacy = 'unasked'
    await weapp.reLaunch(`${route}?${new URLSearchParams(query).toString()}`)
    const field = () => fields(weapp).find(({ key }) => key === typed)
    const write = async (): Promise<void> => {
      if (typed === undefined || holds(weapp, TYPED) || !field()) return
      typeInto(field()!.element, TYPED)
      await weapp.until('typed', () => holds(weapp, TYPED))
    }
    for (const tap of taps) {
      const button = () => weapp.saying(tap)
      await weapp.until(`offered ${String(tap)}`, () => button() !== undefined)
      await write()
      weapp.tapOn(button()!)
    }
    await weapp.until('asked', asks)
    expect(weapp.shows(otherwise)).toBe(true)
    weapp.tap('不同意')
    await weapp.until('told', () => weapp.shows(said))
    await weapp.until('asked no more', () => !asks())
    expect(times(of)).toBe(before)
    expect(typed === undefined || holds(weapp, TYPED)).toBe(true)

    weapp.tapOn(weapp.saying(taps.at(-1)!)!)
    await weapp.until('asked again', asks)
    weapp.tap('不同意')
    await weapp.until('asked no more', () => !asks())
    weapp.device.privacy = 'agreed'
    weapp.tapOn(weapp.saying(taps.at(-1)!)!)
    await weapp.until('given', () => times(of) === before + 1)
    expect(typed === undefined || holds(weapp, TYPED)).toBe(true)
    // What was said is gone before the next one looks for the same words.
    for (const until = clock.now + 10_000; clock.next(until - clock.now););
    await weapp.until('silent', () => !weapp.shows(said))
  },
)
