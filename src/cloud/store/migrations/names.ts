/**
 * The names of every step of the schema, in their order: all that a host has to know of them while its
 * database is up to date. Another step is named here and in its list.
 */
export const MIGRATION_NAMES = [
  '0001-programme-and-seats',
  '0002-stations',
  '0003-uploaded-files',
  '0004-station-photos',
  '0005-upload-paths',
  '0006-consultations',
  '0007-families-and-queue',
  '0008-waiting-list',
  '0009-ballots',
  '0010-fair-limits',
  '0011-attendance',
  '0012-lessons',
  '0013-calendar-address',
  '0014-programme',
  '0015-roles-and-audit',
  '0016-desk-sessions',
  '0017-messages-and-figures',
  '0018-today-at-the-desk',
  '0019-timetable-classes',
  '0020-seats-that-come-free',
  '0021-seats-of-a-person',
  '0022-alerts',
  '0023-jobs',
  '0024-personal-data',
  '0025-what-grows-old',
  '0026-away',
] as const
