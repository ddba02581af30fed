import { goToTab, openScreen, replaceScreen, type Tab } from '@/gateway/navigation'

const ACTIVITY = '/pages/activity/activity/activity'
const CONFIRMED = '/pages/booking/confirmed/confirmed'
const TICKET = '/pages/booking/ticket/ticket'
const SETTINGS = '/pages/me-more/settings/settings'
const ABOUT = '/pages/me-more/about/about'

/** Where a person can go. */
export const go = {
  tab: (tab: Tab): void => goToTab(tab),
  activity: (activityId: string, poolId?: string | null): void =>
    openScreen(ACTIVITY, poolId ? { activityId, poolId } : { activityId }),
  /** In the place of the detail page: going back from here must not lead to booking again. */
  confirmed: (bookingId: string): void => replaceScreen(CONFIRMED, { bookingId }),
  ticket: (bookingId: string): void => openScreen(TICKET, { bookingId }),
  settings: (): void => openScreen(SETTINGS),
  about: (): void => openScreen(ABOUT),
}

/** The path of an activity, for passing it on. */
export function activityPath(activityId: string, poolId?: string | null): string {
  return `${ACTIVITY}?activityId=${activityId}${poolId ? `&poolId=${poolId}` : ''}`
}
