import type { Output } from '@/contract'
import { parseInstant } from '@/domain/time/instant'
import { deadlineInWords } from '@/domain/time/words'
import type { EntryState } from '@/domain/waitlist/entry-state'
import type { TagTone } from '@/ui/tag/tag'
import { at, type Entry, ODDS } from './ballot-words'

export type Line = Output<'waitlist.mine'>['entries'][number]

/** How an entry stands, and what its holder does next. */
export interface EntryStanding {
  tag: { tone: TagTone; text: string }
  /** In a few words, large. */
  title: string
  next: string
  /** The one thing to tap, besides checking. */
  act: 'leave' | 'confirm' | 'wait' | null
}

/**
 * How an entry stands at `now` (milliseconds since the epoch). `lines` are the holder's offers and
 * places on waiting lists; null while those are not known.
 */
export function standingOf(
  entry: Entry,
  lines: readonly Line[] | null,
  now: number,
): EntryStanding {
  const { state, place, listHash, numberAt, closesAt, wishes, waitlistEntryIds } = entry
  if (state === 'open') {
    const until = deadlineInWords(parseInstant(closesAt), now)
    return {
      tag: { tone: 'info', text: '登记中' },
      title: `等到 ${at(numberAt, now)}`,
      next: `${until}可以撤回重填，之后名单封存。`,
      act: 'leave',
    }
  }
  if (place === null) return waitingForNumber(listHash, now >= parseInstant(numberAt), entry, now)
  const own = lines?.filter(({ entryId }) => waitlistEntryIds.includes(entryId)) ?? []
  const offered = own.find((line) => line.offerUntil !== null)
  const won = wishes.find((wish) => wish.won)
  if (offered?.offerUntil) {
    const until = deadlineInWords(parseInstant(offered.offerUntil), now)
    return {
      tag: { tone: 'free', text: won ? '摇中了' : '轮到了' },
      title: won ? `摇中了${won.title}` : `轮到了${offered.title}`,
      next: `${until}确认。不确认，席位就给下一位。`,
      act: 'confirm',
    }
  }
  const ended = won && WON_SEATS[entry.wonSeats ?? 'waiting']
  if (ended) return { ...ended, title: `摇中了${won.title}`, act: null }
  if (won) {
    return {
      tag: { tone: 'free', text: '摇中了' },
      title: `摇中了${won.title}`,
      next:
        waitlistEntryIds.length > 0
          ? '去确认要不要。不确认，席位就给下一位。'
          : '确认过的，在“我的”里看签到码；没确认的，席位已经给了下一位。',
      act: waitlistEntryIds.length > 0 ? 'confirm' : null,
    }
  }
  const waits = own
    .filter((line) => line.position !== null)
    .sort((a, b) => a.position! - b.position!)
  const [first] = waits
  const title = `摇在第 ${place} 位`
  if (first || waitlistEntryIds.length > 0) {
    return {
      tag: { tone: 'waiting', text: '这次没摇中' },
      title: first ? `${title}，候补第 ${first.position} 位` : `${title}，在候补`,
      next: '有人退就按这个次序问下去。一直没轮到，下个学期多一份机会。',
      act: 'wait',
    }
  }
  return { tag: { tone: 'quiet', text: '这次没摇中' }, title, next: ODDS, act: null }
}

/** What became of seats that were won, once there is nothing to confirm any more. */
const WON_SEATS: Partial<Record<EntryState, Pick<EntryStanding, 'tag' | 'next'>>> = {
  accepted: {
    tag: { tone: 'free', text: '报上了' },
    next: '您确认过了。签到码在“我的”里看。',
  },
  lapsed: {
    tag: { tone: 'quiet', text: '没确认' },
    next: '过了确认的时间，席位已经给了下一位。',
  },
  left: {
    tag: { tone: 'quiet', text: '让出了' },
    next: '您说不要了，席位已经给了下一位。',
  },
}

/** What became of one wish, beside its title; null where there is nothing to say. */
export function wishOutcome(
  { poolId, won }: Entry['wishes'][number],
  { waitlistEntryIds }: Pick<Entry, 'waitlistEntryIds'>,
  lines: readonly Line[] | null,
): string | null {
  if (won) return '摇中'
  const line = lines?.find((one) => one.poolId === poolId && waitlistEntryIds.includes(one.entryId))
  if (!line) return null
  return line.position === null ? '轮到了' : `候补第 ${line.position} 位`
}

function waitingForNumber(
  listHash: string | null,
  due: boolean,
  { numberAt, numberSource }: Entry,
  now: number,
): EntryStanding {
  if (listHash === null) {
    return {
      tag: { tone: 'waiting', text: '正在封存' },
      title: '登记截止了',
      next: '名单几分钟里就封存好，封存以后谁也改不了。',
      act: null,
    }
  }
  if (!due) {
    return {
      tag: { tone: 'waiting', text: '名单已封存' },
      title: `等到 ${at(numberAt, now)}`,
      next: `那时公布${numberSource}，录好马上摇。`,
      act: null,
    }
  }
  return {
    tag: { tone: 'waiting', text: '等公布数字' },
    title: '该公布数字了',
    next: '两位工作人员各录一遍，对上了马上摇。',
    act: null,
  }
}
