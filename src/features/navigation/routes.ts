import { goBack, goToTab, openScreen, replaceScreen, type Tab } from '@/gateway/navigation'

const ACTIVITY = '/pages/activity/activity/activity'
const CONFIRMED = '/pages/booking/confirmed/confirmed'
const TICKET = '/pages/booking/ticket/ticket'
const SETTINGS = '/pages/me-more/settings/settings'
const STATION = '/pages/station/station/station'
const STATION_MAP = '/pages/station/map/map'
const ABOUT = '/pages/me-more/about/about'
const HELP = '/pages/me-more/help/help'
const MORE = '/pages/me-more/more/more'
const PHONE_CALENDAR = '/pages/me-more/calendar/calendar'
const WAITLIST = '/pages/waitlist/mine/mine'
const FAMILY = '/pages/family/family/family'
const STATION_LIST = '/pages/staff/station-list/station-list'

/** The screens of what is private and of what is said about the centre. */
type Consultation =
  | 'form'
  | 'rules'
  | 'sent'
  | 'mine'
  | 'one'
  | 'amend'
  | 'times'
  | 'feedback'
  | 'said'
const consultation = (page: Consultation): string => `/pages/consultation/${page}/${page}`

/** Where a person can go. */
export const go = {
  tab: (tab: Tab): void => goToTab(tab),
  activity: (activityId: string, poolId?: string | null): void =>
    openScreen(ACTIVITY, poolId ? { activityId, poolId } : { activityId }),
  /** All there is to know of it, where 大字 shows first what is asked first. */
  activityInFull: (activityId: string, poolId: string | null): void =>
    openScreen(ACTIVITY, { activityId, ...(poolId && { poolId }), full: 'yes' }),
  /** In the place of the detail page: going back from here must not lead to booking again. */
  confirmed: (bookingId: string): void => replaceScreen(CONFIRMED, { bookingId }),
  /** `giveBack` asks at once which seats to give back. */
  ticket: (bookingId: string, giveBack?: 'yes'): void =>
    openScreen(TICKET, { bookingId, ...(giveBack && { giveBack }) }),
  station: (stationId: string): void => openScreen(STATION, { stationId }),
  stationMap: (): void => openScreen(STATION_MAP),
  waitlist: (): void => openScreen(WAITLIST),
  family: (): void => openScreen(FAMILY),
  attendance: (): void => openScreen('/pages/attendance/mine/mine'),
  ballots: (): void => openScreen('/pages/ballot/mine/mine'),
  settings: (): void => openScreen(SETTINGS),
  /** 找人帮我, and what 大字 keeps out of the way. */
  help: (): void => openScreen(HELP),
  more: (): void => openScreen(MORE),
  about: (): void => openScreen(ABOUT),
  phoneCalendar: (): void => openScreen(PHONE_CALENDAR),
  stationList: (): void => openScreen(STATION_LIST),
  /** Under 大字 each part is a screen of its own. */
  myData: (part?: 'see' | 'export' | 'erase'): void =>
    openScreen('/pages/me-more/data/data', part ? { part } : {}),
  consultation: (page: Consultation, parameters?: Record<string, string>): void =>
    openScreen(consultation(page), parameters),
  consultationInstead: (page: Consultation, parameters?: Record<string, string>): void =>
    replaceScreen(consultation(page), parameters),
  back: goBack,
}

/** The path of an activity, for passing it on. */
export function activityPath(activityId: string, poolId?: string | null): string {
  return `${ACTIVITY}?activityId=${activityId}${poolId ? `&poolId=${poolId}` : ''}`
}

/** The path of the stations near here, and of one of them, for passing it on. */
export const STATIONS_PATH = '/pages/stations/stations'
export function stationPath(stationId: string): string {
  return `${STATION}?stationId=${stationId}`
}
