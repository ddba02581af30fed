import { goBack, openScreen, replaceScreen } from '@/gateway/navigation'

const LIST = '/pages/programme/list/list'
const NEW = '/pages/programme/new/new'
const PLAN = '/pages/programme/plan/plan'
const ONE = '/pages/programme/one/one'

/** Where staff publish what their centre offers. */
export const goProgramme = {
  list: (): void => openScreen(LIST),
  begin: (centreId: string): void => openScreen(NEW, { centreId }),
  /** In the place of where one began: going back from the form leads to the list. */
  planNew: (centreId: string): void => replaceScreen(PLAN, { centreId }),
  plan: (activityId: string): void => openScreen(PLAN, { activityId }),
  one: (activityId: string): void => openScreen(ONE, { activityId }),
  /** In the place of the form, once it was saved. */
  oneInstead: (activityId: string): void => replaceScreen(ONE, { activityId }),
  back: goBack,
}
