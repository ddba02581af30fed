import type { Migration } from 'kysely'
import type { MIGRATION_NAMES } from './names'
import * as programmeAndSeats from './0001-programme-and-seats'
import * as stations from './0002-stations'
import * as uploadedFiles from './0003-uploaded-files'
import * as stationPhotos from './0004-station-photos'
import * as uploadPaths from './0005-upload-paths'
import * as consultations from './0006-consultations'
import * as familiesAndQueue from './0007-families-and-queue'
import * as waitingList from './0008-waiting-list'
import * as ballots from './0009-ballots'
import * as fairLimits from './0010-fair-limits'
import * as attendance from './0011-attendance'
import * as lessons from './0012-lessons'
import * as calendarAddress from './0013-calendar-address'
import * as programme from './0014-programme'
import * as rolesAndAudit from './0015-roles-and-audit'
import * as deskSessions from './0016-desk-sessions'
import * as messagesAndFigures from './0017-messages-and-figures'
import * as todayAtTheDesk from './0018-today-at-the-desk'
import * as timetableClasses from './0019-timetable-classes'
import * as seatsThatComeFree from './0020-seats-that-come-free'
import * as seatsOfAPerson from './0021-seats-of-a-person'
import * as alerts from './0022-alerts'
import * as jobs from './0023-jobs'
import * as personalData from './0024-personal-data'
import * as whatGrowsOld from './0025-what-grows-old'
import * as away from './0026-away'

/**
 * Every step of the schema, in the order of its name. A list, not a folder that is scanned, so that it
 * survives bundling. A step that was released is never changed; another is added.
 */
export const MIGRATIONS: Record<(typeof MIGRATION_NAMES)[number], Migration> = {
  '0001-programme-and-seats': programmeAndSeats,
  '0002-stations': stations,
  '0003-uploaded-files': uploadedFiles,
  '0004-station-photos': stationPhotos,
  '0005-upload-paths': uploadPaths,
  '0006-consultations': consultations,
  '0007-families-and-queue': familiesAndQueue,
  '0008-waiting-list': waitingList,
  '0009-ballots': ballots,
  '0010-fair-limits': fairLimits,
  '0011-attendance': attendance,
  '0012-lessons': lessons,
  '0013-calendar-address': calendarAddress,
  '0014-programme': programme,
  '0015-roles-and-audit': rolesAndAudit,
  '0016-desk-sessions': deskSessions,
  '0017-messages-and-figures': messagesAndFigures,
  '0018-today-at-the-desk': todayAtTheDesk,
  '0019-timetable-classes': timetableClasses,
  '0020-seats-that-come-free': seatsThatComeFree,
  '0021-seats-of-a-person': seatsOfAPerson,
  '0022-alerts': alerts,
  '0023-jobs': jobs,
  '0024-personal-data': personalData,
  '0025-what-grows-old': whatGrowsOld,
  '0026-away': away,
}
