import { ANOTHERS_BOOKING } from '@/domain/seats/clash'
import type { Output } from '@/contract'
import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import {
  type NoticeFacts,
  type NoticeRow,
  type NoticeSpan,
  noticesOf,
  unreadOf,
} from '@/cloud/store/queries/notices/mine'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { personOf } from '../person'

const PAGE = 20

type Notice = Output<'notices.mine'>['notices'][number]
/** That something became of a lesson, or of a whole activity. */
type Change = Extract<Notice, { from: unknown }>

/** What the person who asks is told of, newest first. */
export const myNotices: Handler<'notices.mine'> = async ({ input, actor, dependencies }) => {
  const { pool } = dependencies.store
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const personId = personOf(actor)
  const messages = input.messages === true
  const [rows, unread] = await Promise.all([
    noticesOf(pool, { personId, after, limit: PAGE + 1, messages }),
    unreadOf(pool, personId, messages),
  ])
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      notices: page.map(noticeOnTheWire),
      unread,
      after: last && writeCursor(last.madeAt, last.noticeId),
    },
  }
}

function noticeOnTheWire(row: NoticeRow): Notice {
  const { noticeId, centreId, bookingId, activityId, title, category } = row
  const told = {
    ...{ noticeId, centreId, bookingId, activityId, title, category },
    madeAt: toInstantText(row.madeAt),
    isRead: row.readAt !== null,
  }
  if (row.kind === 'class-message') {
    return { ...told, kind: row.kind, centreName: row.centreName, text: row.text! }
  }
  return {
    ...told,
    ...(row.whole ? wholeOnTheWire(row, row.whole) : ofLesson(row)),
    reason: row.reason ?? '',
    clashes: row.clashes.map((clash) => ({
      attendeeId: clash.attendeeId,
      name: clash.name,
      bookingId: clash.bookingId,
      title: clash.title ?? ANOTHERS_BOOKING,
      startsAt: toInstantText(clash.startsAt),
      endsAt: toInstantText(clash.endsAt),
    })),
  }
}

type About = Pick<Change, 'kind' | 'lesson' | 'from' | 'to' | 'whole'>

function ofLesson(row: NoticeRow): About {
  const { lessonNumber: number, lessonOf: of } = row
  return {
    kind: row.toStartsAt === null ? 'lesson-cancelled' : 'lesson-moved',
    lesson: number === null || of === null ? null : { number, of },
    from: spanOnTheWire({
      ...{ startsAt: row.fromStartsAt!, endsAt: row.fromEndsAt!, place: row.fromPlace! },
    }),
    to:
      row.toStartsAt === null
        ? null
        : spanOnTheWire({ startsAt: row.toStartsAt, endsAt: row.toEndsAt!, place: row.toPlace! }),
  }
}

/** A whole activity; who does not know `whole` yet reads the first lesson of it. */
function wholeOnTheWire({ kind }: NoticeRow, facts: NoticeFacts): About {
  const { moved, added, cancelled } = facts
  const first = facts.lessons.find(({ from }) => from !== null) ?? facts.lessons[0]!
  const { from, to } = first
  return {
    kind: to === null ? 'lesson-cancelled' : 'lesson-moved',
    lesson: null,
    from: spanOnTheWire((from ?? to)!),
    to: to && spanOnTheWire(to),
    whole: {
      kind: kind === 'activity-cancelled' ? kind : 'activity-changed',
      ...{ moved, added, cancelled },
      lessons: facts.lessons.map((one) => ({
        number: one.number,
        from: one.from && spanOnTheWire(one.from),
        to: one.to && spanOnTheWire(one.to),
      })),
    },
  }
}

function spanOnTheWire({ startsAt, endsAt, place }: NoticeSpan): Change['from'] {
  return { startsAt: toInstantText(startsAt), endsAt: toInstantText(endsAt), place }
}
