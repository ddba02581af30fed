import { posterIdOfScanned, posterIdOfScene } from '@/domain/attendance/poster-scene'
import { canScan, scanCode } from '@/gateway/device/scan'
import { notice } from '@/ui/notice/notice'

export { canScan, posterIdOfScene }

/** In which centre a poster hangs. */
export function centreOfPoster(posterId: string): string {
  return posterId.slice(0, posterId.indexOf('.'))
}

/** Scans the code on a wall; null where the scanner was closed or it was another code. */
export async function scanPoster(): Promise<string | null> {
  const text = await scanCode()
  if (text === null) return null
  const posterId = posterIdOfScanned(text)
  if (posterId === null) notice('这不是签到码，找墙上写着“签到”的那一张')
  return posterId
}
