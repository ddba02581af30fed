import { momentInWords } from '@/domain/time/words'

/** How the list that is shown came about; `savedAt` in milliseconds since the epoch. */
export interface ListAge {
  savedAt: number
  copied: boolean
  offline: boolean
  failure: unknown
  busy: boolean
}

/** 没有网络，名单存于昨天 22:40; null while the list is the server's own. */
export function ageInWords(list: ListAge, now: number): string | null {
  const { savedAt, copied, offline, failure, busy } = list
  const failed = failure !== null && !busy
  if (savedAt === 0 || !(copied || offline || failed)) return null
  const saved = `名单存于${momentInWords(savedAt, now)}`
  if (offline) return `没有网络，${saved}`
  return failed ? `没连上，${saved}` : saved
}
