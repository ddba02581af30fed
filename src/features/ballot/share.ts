import type { PublicBallot } from './ballot-words'

/** The title of a draw when it is passed on. */
export function shareTitle(ballot: Pick<PublicBallot, 'pools'> | null): string {
  const title = ballot?.pools[0]?.title
  return title ? `“${title}”的摇号，自己手机上验一验` : '这次摇号，自己手机上验一验'
}
