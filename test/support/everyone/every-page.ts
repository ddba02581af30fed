import type { Output } from '@/contract'
import { asksFor, freeSlots } from '../casework'
import type { DemoHost } from '../demo-host'
import { addChild, bornFor, childrensClasses, tell } from '../families'
import { TestLessons } from '../lessons'
import { ask, bookables } from '../programme'
import { alwaysOpen } from '../riders'

/** Who opens a page, and with what after its address. */
export interface Visit {
  persona: string
  query?: Record<string, string>
}

/** A resident with a booking, a child and a consultation of their own. */
export const RESIDENT = '样样都有的居民'
const NEWCOMER = '示例新帮手'
const CENTRE = { centreId: 'nongye' }

/**
 * Lays out beside the sample what a page needs to have something on it, and gives for each page of the
 * app by its route who opens it there.
 */
export async function everyPage(host: DemoHost): Promise<Record<string, Visit>> {
  const { url } = host
  const say = <Value>(persona: string, operation: string, input: object) =>
    tell<Value>(url, persona, operation, input)
  await say(RESIDENT, 'me.update', { nickname: '示例居民' })
  const soon = await bookables(url)
  // The same thing whatever the day: what is read aloud of it is kept.
  const { activityId, poolId } = soon.find(({ title }) => title === '社区大讲堂') ?? soon[0]!
  const course = { activityId, poolId }
  const { bookingId } = await say<Output<'seats.book'>>(RESIDENT, 'seats.book', { poolId })
  const [childrens] = await childrensClasses(url)
  const memberId = await addChild(
    ...([url, RESIDENT, '小满', bornFor(childrens!.ages.min + 1, childrens!.firstDay)] as const),
  )
  const lessons = await TestLessons.beside(host)
  const lesson = await lessons.beginning('示例手工课', 5)
  await lessons.book(RESIDENT, lesson)
  await lessons.end()
  const { occurrenceId } = lesson

  const [slot] = await freeSlots(url)
  const { consultationId } = await asksFor(url, RESIDENT, { poolId: slot!.poolId })
  const matter = { consultationId }
  const said = await say<Output<'consultation.sendFeedback'>>(
    ...([RESIDENT, 'consultation.sendFeedback'] as const),
    { ...CENTRE, kind: 'suggestion', text: '阅览室能不能晚点关门' },
  )
  const { ballots } = await ask<Output<'ballot.list'>>(url, 'staff', 'ballot.list', CENTRE)
  const open = ballots.find(({ state }) => state === 'open')!
  const drawn = ballots.find(({ state }) => state === 'drawn')!
  const [toEnter] = (
    await ask<Output<'ballot.proof'>>(url, RESIDENT, 'ballot.proof', { ballotId: open.ballotId })
  ).pools
  const { code } = await say<Output<'roles.invite'>>('director', 'roles.invite', {
    ...{ ...CENTRE, role: 'staff', note: '示例王阿姨' },
  })
  const desk = await ask<Output<'devices.begin'>>(url, undefined, 'devices.begin', {})
  const [station] = await alwaysOpen(url)
  const numbered = await clinic(url)
  const by = (persona: string, query?: Record<string, string>): Visit => ({
    persona,
    ...(query && { query }),
  })
  const mine = (query?: Record<string, string>) => by(RESIDENT, query)
  return {
    'pages/home/home': mine(),
    'pages/courses/courses': mine(),
    'pages/calendar/calendar': mine(),
    'pages/stations/stations': mine(),
    'pages/me/me': mine(),
    'pages/activity/activity/activity': mine({ activityId: childrens!.activity.activityId }),
    'pages/booking/confirmed/confirmed': mine({ bookingId }),
    'pages/booking/ticket/ticket': mine({ bookingId }),
    'pages/station/station/station': mine({ stationId: station!.stationId }),
    'pages/station/map/map': mine(),
    'pages/me-more/settings/settings': by('staff'),
    'pages/me-more/about/about': mine(),
    'pages/me-more/calendar/calendar': mine(),
    'pages/me-more/data/data': mine(),
    'pages/me-more/help/help': mine(),
    'pages/me-more/more/more': mine(),
    'pages/consultation/form/form': by('parent'),
    'pages/consultation/rules/rules': mine(),
    'pages/consultation/sent/sent': mine(matter),
    'pages/consultation/mine/mine': mine(),
    'pages/consultation/one/one': mine(matter),
    'pages/consultation/amend/amend': mine(matter),
    'pages/consultation/times/times': mine(matter),
    'pages/consultation/feedback/feedback': mine(),
    'pages/consultation/said/said': mine({ consultationId: said.consultationId }),
    'pages/casework/cases/cases': by('lawyer'),
    'pages/casework/case/case': by('lawyer', matter),
    'pages/casework/hours/hours': by('lawyer'),
    'pages/casework/referral/referral': by('lawyer', matter),
    'pages/casework/waiting/waiting': by('staff'),
    'pages/people/people/people': by('director'),
    'pages/people/invited/invited': by(NEWCOMER, { code: code! }),
    'pages/people/audit/audit': by('director'),
    'pages/devices/sign-in/sign-in': mine(),
    'pages/devices/approve/approve': mine({ scene: desk.scene }),
    'pages/devices/mine/mine': mine(),
    'pages/queue/now/now': mine({ poolId: numbered }),
    'pages/queue/desk/desk': by('doctor', { poolId: numbered }),
    'pages/waitlist/mine/mine': mine(),
    'pages/waitlist/desk/desk': by('staff', course),
    'pages/waitlist/lists/lists': by('staff'),
    'pages/notices/mine/mine': mine(),
    'pages/lessons/lesson/lesson': by('staff', course),
    'pages/attendance/check-in/check-in': mine(),
    'pages/attendance/day/day': by('staff'),
    'pages/attendance/roster/roster': by('staff', { occurrenceId }),
    'pages/attendance/sheet/sheet': by('staff', { occurrenceId }),
    'pages/attendance/poster/poster': by('staff'),
    'pages/attendance/mine/mine': mine(),
    'pages/attendance/contested/contested': by('staff'),
    'pages/ballot/enter/enter': mine({
      ...{ poolId: toEnter!.poolId, activityId: await activityOf(url, toEnter!.poolId) },
    }),
    'pages/ballot/mine/mine': by('parent'),
    'pages/ballot/verify/verify': mine({ ballotId: drawn.ballotId }),
    'pages/ballot/desk/desk': by('staff'),
    'pages/ballot/announce/announce': by('staff', CENTRE),
    'pages/family/family/family': mine(),
    'pages/family/member/member': mine({ memberId }),
    'pages/family/rules/rules': mine(),
    'pages/family/code/code': by('elder'),
    'pages/programme/list/list': by('staff'),
    'pages/programme/new/new': by('staff', CENTRE),
    'pages/programme/plan/plan': by('staff', CENTRE),
    'pages/programme/one/one': by('staff', { activityId }),
    'pages/staff/workbench/workbench': by('staff'),
    'pages/staff/station-list/station-list': by('district'),
    'pages/staff/limits/limits': by('director'),
    'pages/staff/timetable/timetable': by('staff'),
    'pages/figures/centre/centre': by('staff'),
    'pages/figures/district/district': by('district'),
    'pages/figures/open/open': by('district'),
    'pages/figures/message/message': by('staff', course),
  }
}

/** A pool of the doctor's, whose seats are numbers. */
async function clinic(url: string): Promise<string> {
  const all = await bookables(url)
  const found = all.find(({ title }) => title === '医师坐诊') ?? all[0]!
  await tell(url, RESIDENT, 'seats.book', { poolId: found.poolId, evenIfClashes: true }).catch(
    () => undefined,
  )
  return found.poolId
}

/** The activity that a pool of the first centre's programme belongs to. */
async function activityOf(url: string, poolId: string): Promise<string> {
  for (let after: string | null | undefined; after !== null;) {
    const page: Output<'activities.list'> = await ask(url, undefined, 'activities.list', {
      ...CENTRE,
      ...(after !== undefined && { after }),
    })
    after = page.after
    for (const { activityId } of page.activities) {
      const { pools } = await ask<Output<'activities.get'>>(
        ...([url, undefined, 'activities.get', { activityId }] as const),
      )
      if (pools.some((pool) => pool.poolId === poolId)) return activityId
    }
  }
  throw new Error(`no activity has the pool ${poolId}`)
}
