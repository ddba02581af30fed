import { goBack, openScreen, replaceScreen } from '@/gateway/navigation'

const ENTER = '/pages/ballot/enter/enter'
const MINE = '/pages/ballot/mine/mine'
const VERIFY = '/pages/ballot/verify/verify'
const DESK = '/pages/ballot/desk/desk'
const ANNOUNCE = '/pages/ballot/announce/announce'

/** Where a draw is taken part in, looked at and checked; and where staff hold it. */
export const goBallot = {
  enter: (activityId: string, poolId: string): void => openScreen(ENTER, { activityId, poolId }),
  mine: (): void => openScreen(MINE),
  /** In the place of the form: going back from here must not lead to entering again. */
  mineInstead: (): void => replaceScreen(MINE),
  verify: (ballotId: string): void => openScreen(VERIFY, { ballotId }),
  desk: (): void => openScreen(DESK),
  announce: (centreId: string): void => openScreen(ANNOUNCE, { centreId }),
  back: goBack,
}

/** The path of a draw that anybody can check, for passing it on. */
export function verifyPath(ballotId: string): string {
  return `${VERIFY}?ballotId=${ballotId}`
}
