import { ANOTHERS_BOOKING } from '@/domain/seats/clash'
import type { Output } from '@/contract'
import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { type NoticeRow, noticesOf, unreadOf } from '@/cloud/store/queries/notices/mine'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { personOf } from '../person'

const PAGE = 20

type Notice = Output<'notices.mine'>['notices'][number]

/** What the person who asks is told of, newest first. */
export const myNotices: Handler<'notices.mine'> = async ({ input, actor, dependencies }) => {
  const { pool } = dependencies.store
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const personId = personOf(actor)
  const [rows, unread] = await Promise.all([
    noticesOf(pool, { personId, after, limit: PAGE + 1 }),
    unreadOf(pool, personId),
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
  const { noticeId, kind, centreId, bookingId, activityId, title, category, reason } = row
  const { lessonNumber: number, lessonOf: of } = row
  return {
    ...{ noticeId, kind, centreId, bookingId, activityId, title, category, reason },
    lesson: number === null || of === null ? null : { number, of },
    madeAt: toInstantText(row.madeAt),
    isRead: row.readAt !== null,
    from: spanOnTheWire(row.fromStartsAt, row.fromEndsAt, row.fromPlace),
    to: row.toStartsAt === null ? null : spanOnTheWire(row.toStartsAt, row.toEndsAt!, row.toPlace!),
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

function spanOnTheWire(startsAt: number, endsAt: number, place: string): Notice['from'] {
  return { startsAt: toInstantText(startsAt), endsAt: toInstantText(endsAt), place }
}
