import type { OperationName, Output } from '@/contract'
import type { IconName } from '@/ui/icon/icon-name'
import {
  callsNumbersIn,
  directs,
  keepsDistrict,
  marksAttendanceIn,
  servicesIn,
  worksFor,
} from './me/holds-role'

type Me = Output<'me.get'>
type Waiting = NonNullable<Output<'staff.today'>['waiting']>

/** A part of the work in a centre: for whom it is, where it is, and how much waits there. */
export interface DeskDoor {
  area: keyof typeof DESK_AREAS
  page: string
  /** What it shows; without it on the server there is no door. */
  needs: OperationName
  icon: IconName
  title: string
  note: string
  isFor: (me: Me | null, centreId: string) => boolean
  waits?: (waiting: Waiting) => number
}

/** The areas, in the order in which they stand. */
export const DESK_AREAS = {
  day: '今天',
  cases: '受理',
  programme: '排课',
  seats: '报名',
  stations: '驿站',
  figures: '数字',
  people: '同事',
} as const

const isProfessional: DeskDoor['isFor'] = (me, centreId) => servicesIn(me, centreId).length > 0

/** Every part of the work, in order; a new one is one line here. */
// prettier-ignore
export const DESK_DOORS: readonly DeskDoor[] = [
  { area: 'day', page: 'pages/attendance/day/day', needs: 'attendance.lessons', icon: 'check', title: '点名', note: '今天的课谁到了，扫码或者点名字，没网也能用', isFor: marksAttendanceIn },
  { area: 'day', page: 'pages/queue/desk/desk', needs: 'queue.list', icon: 'first-aid', title: '坐诊叫号', note: '叫下一位，没来的再排上', isFor: callsNumbersIn },
  { area: 'day', page: 'pages/attendance/poster/poster', needs: 'attendance.poster', icon: 'qr', title: '墙上的签到码', note: '打印出来贴上，居民自己扫', isFor: worksFor },
  { area: 'day', page: 'pages/attendance/contested/contested', needs: 'attendance.contested', icon: 'info', title: '有话说的', note: '居民说没来记错了，看一看', isFor: worksFor, waits: ({ contested }) => contested },
  { area: 'cases', page: 'pages/casework/cases/cases', needs: 'casework.list', icon: 'lock', title: '我的受理', note: '分给您的，按时限排好', isFor: isProfessional },
  { area: 'cases', page: 'pages/casework/hours/hours', needs: 'casework.officeHours', icon: 'calendar', title: '我的时间', note: '点出每周的时间，一次发布一个月', isFor: isProfessional },
  { area: 'cases', page: 'pages/casework/waiting/waiting', needs: 'casework.waiting', icon: 'people', title: '管受理', note: '请谁来接，答复投诉建议', isFor: worksFor, waits: ({ unassigned, feedback }) => unassigned + feedback },
  { area: 'programme', page: 'pages/programme/list/list', needs: 'programme.list', icon: 'calendar', title: '排课', note: '新开、照上学期再开、改、延期、取消', isFor: worksFor },
  { area: 'programme', page: 'pages/staff/timetable/timetable', needs: 'staff.importTimetable', icon: 'book', title: '课程表', note: '传平时用的表，看看读得对不对', isFor: worksFor },
  { area: 'seats', page: 'pages/waitlist/lists/lists', needs: 'waitlist.pools', icon: 'clock', title: '管候补', note: '看谁在等，要紧的提到最前', isFor: worksFor, waits: ({ roomAndWaiting }) => roomAndWaiting },
  { area: 'seats', page: 'pages/ballot/desk/desk', needs: 'ballot.pools', icon: 'ticket', title: '管摇号', note: '公布一场，录公开数字', isFor: worksFor, waits: ({ toAnnounce, toDraw }) => toAnnounce + toDraw },
  { area: 'seats', page: 'pages/staff/limits/limits', needs: 'limits.get', icon: 'info', title: '报名限制', note: '一学期几门，几个班报一个，居民先报', isFor: worksFor },
  { area: 'stations', page: 'pages/staff/station-list/station-list', needs: 'stations.tasks', icon: 'pin', title: '管驿站', note: '答复大家说的，用 Excel 表更新名单', isFor: worksFor, waits: ({ stations }) => stations },
  { area: 'figures', page: 'pages/figures/centre/centre', needs: 'figures.centre', icon: 'book', title: '中心的数字', note: '每月坐满几成，来了几成，多少人等过', isFor: worksFor },
  { area: 'figures', page: 'pages/figures/district/district', needs: 'figures.district', icon: 'home', title: '区里的数字', note: '各个中心放在一起看，开一个新中心', isFor: keepsDistrict },
  { area: 'people', page: 'pages/people/people/people', needs: 'roles.list', icon: 'people', title: '谁在这里工作', note: '邀请一位，或者拿掉身份', isFor: directs },
  { area: 'people', page: 'pages/people/audit/audit', needs: 'audit.search', icon: 'book', title: '操作记录', note: '谁在什么时候做了什么', isFor: directs },
]

/** The doors of somebody in a centre, by area; an area without one is left out. */
export function doorsByArea(
  me: Me | null,
  centreId: string,
  isServed: (operation: OperationName) => boolean = () => true,
): { area: string; doors: DeskDoor[] }[] {
  return (Object.keys(DESK_AREAS) as (keyof typeof DESK_AREAS)[])
    .map((area) => ({
      area: DESK_AREAS[area],
      doors: DESK_DOORS.filter(
        (door) => door.area === area && door.isFor(me, centreId) && isServed(door.needs),
      ),
    }))
    .filter(({ doors }) => doors.length > 0)
}

/** Whether somebody works in a centre in any way. */
export function worksIn(me: Me | null, centreId: string): boolean {
  return DESK_DOORS.some(({ isFor }) => isFor(me, centreId))
}
