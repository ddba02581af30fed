import type { Generated } from 'kysely'
import type { Role } from '@/domain/access/role'
import type { Audience, Category, OccurrenceState } from '@/domain/calendar/programme'
import type { ActivityState } from '@/domain/programme/plan'
import type { PoolIntake, PoolMode } from '@/domain/seats/pool'
import type {
  ConsultationAttachmentTable,
  ConsultationEntryTable,
  ConsultationOpeningTable,
  ConsultationSlotTable,
  ConsultationTable,
  ConsultationTallyTable,
  OfficeHoursTable,
  ProfessionalMetTable,
  SealingSecretTable,
} from './consultation-tables'
import type {
  Day,
  DayByDefault,
  DayOrLeftOut,
  Instant,
  InstantByDefault,
  InstantOrLeftOut,
  InstantOrNull,
  Json,
  JsonOrLeftOut,
  JsonOrNull,
} from './columns'
import type {
  AlertAcceptanceTable,
  AlertAnswerTable,
  AlertTable,
  AlertTallyTable,
  DeliveredAlertTable,
  JobTable,
} from './alert-tables'
import type { AttendanceTable, CheckInPosterTable, StrikeTable } from './attendance-tables'
import type { DeskSessionTable, DeskSignInTable } from './device-tables'
import type { ClassMessageTable, LessonChangeTable, NoticeTable } from './lesson-tables'
import type { ActivityChangeTable, ActivityCoverTable } from './programme-tables'
import type {
  BallotAttendeeTable,
  BallotEntryTable,
  BallotNumberTable,
  BallotPoolTable,
  BallotTable,
  BallotWishTable,
} from './ballot-tables'
import type {
  AuditEntryTable,
  AuditOutcomeTable,
  EndedRoleTable,
  RoleInvitationTable,
} from './role-tables'
import type {
  BookingAttendeeTable,
  CalendarAddressTable,
  FamilyMemberTable,
  GuardianConsentTable,
  SpokenCodeTable,
  SpokenCodeTryTable,
} from './family-tables'
import type {
  StationListTable,
  StationReportTable,
  StationTable,
  StationTaskTable,
} from './station-tables'
import type { TimetableClassTable } from './timetable-tables'
import type {
  WaitlistAttendeeTable,
  WaitlistEntryTable,
  WaitlistMoveTable,
  WaitlistOutcomeTable,
} from './waitlist-tables'

export interface CentreTable {
  centre_id: string
  position: number
  name: string
  short_name: string
  address: string
  lat: number
  lng: number
  phone: string
  hours: Json
  courses_per_term: Generated<number | null>
}

export interface PersonTable {
  person_id: string
  nickname: string | null
  home_centre_id: string | null
  booking_turn: Generated<number>
  created_at: InstantByDefault
  nobody: Generated<boolean>
}

export interface PersonIdentityTable {
  provider: 'wechat' | 'local'
  subject: string
  person_id: string
  here_in: DayByDefault
  look_on: DayOrLeftOut
  leaving: Generated<boolean>
}

export interface RoleGrantTable {
  centre_id: string
  person_id: string
  role: Role
  granted_at: InstantOrLeftOut
  granted_by: Generated<string | null>
}

export interface ActivityTable {
  centre_id: string
  activity_id: string
  title: string
  category: Category
  audience: Audience
  description: string
  host: string
  place: string
  min_age: number | null
  max_age: number | null
  fee_fen: Generated<number>
  bring: string | null
  rule: Json
  seating: JsonOrNull
  published: Generated<boolean>
  created_at: InstantByDefault
  seats_per_term: Generated<number | null>
  parallel_group: Generated<string | null>
  guests_from_list: Generated<boolean>
  version: Generated<number>
  state: Generated<ActivityState>
  lessons: JsonOrLeftOut
  import_key: Generated<string | null>
  changed_at: InstantByDefault
  changed_by: Generated<string | null>
  cover: Generated<string | null>
  cover_width: Generated<number | null>
  cover_height: Generated<number | null>
}

export interface PoolTable {
  centre_id: string
  pool_id: string
  activity_id: string
  capacity: number
  taken: Generated<number>
  mode: Generated<PoolMode>
  opens_at: Instant
  closes_at: Instant
  cancel_until: Instant
  starts_at: Instant
  ends_at: Instant
  home_centre_until: InstantOrNull
  only_role: Role | null
  intake: Generated<PoolIntake | null>
  numbered: Generated<boolean>
  last_number: Generated<number>
  called_number: Generated<number | null>
  waiting: Generated<number>
  list_takes_from: Generated<number | null>
  last_turn: Generated<number>
  list_over_at: InstantOrLeftOut
  guest_of: Generated<string | null>
  lessons_turn: Generated<number>
  people_cut_at: InstantOrLeftOut
}

export interface OccurrenceTable {
  centre_id: string
  occurrence_id: string
  activity_id: string
  pool_id: string | null
  day: Day
  starts_at: Instant
  ends_at: Instant
  original_starts_at: Instant
  place: string
  state: Generated<OccurrenceState>
  topic: Generated<string | null>
  lesson_number: number | null
  lesson_of: number | null
  judged_at: InstantOrLeftOut
  guest_of: Generated<string | null>
}

export interface BookingTable {
  centre_id: string
  booking_id: string
  pool_id: string
  person_id: string
  status: 'booked' | 'cancelled'
  check_in_code: string
  booked_at: Instant
  cancelled_at: InstantOrNull
  seats: Generated<number>
  booked_by: Generated<string | null>
  check_in_secret: Generated<Buffer>
}

export interface AnsweredRequestTable {
  centre_id: string
  person_id: string
  request_id: string
  operation: string
  input_hash: Buffer
  answer: Json
  answered_at: InstantByDefault
}

export interface ErasureTable {
  receipt: Buffer
  answer: Json
  erased_at: Instant
}

export interface SampleProgrammeTable {
  centre_id: string
  generated_for: Day
}

/** The tables of the schema `changlai`, as ordinary queries see them. */
export interface Database {
  'changlai.centre': CentreTable
  'changlai.person': PersonTable
  'changlai.person_identity': PersonIdentityTable
  'changlai.role_grant': RoleGrantTable
  'changlai.ended_role': EndedRoleTable
  'changlai.role_invitation': RoleInvitationTable
  'changlai.audit_entry': AuditEntryTable
  'changlai.audit_outcome': AuditOutcomeTable
  'changlai.activity': ActivityTable
  'changlai.activity_change': ActivityChangeTable
  'changlai.activity_cover': ActivityCoverTable
  'changlai.pool': PoolTable
  'changlai.occurrence': OccurrenceTable
  'changlai.booking': BookingTable
  'changlai.booking_attendee': BookingAttendeeTable
  'changlai.family_member': FamilyMemberTable
  'changlai.guardian_consent': GuardianConsentTable
  'changlai.spoken_code': SpokenCodeTable
  'changlai.spoken_code_try': SpokenCodeTryTable
  'changlai.calendar_address': CalendarAddressTable
  'changlai.answered_request': AnsweredRequestTable
  'changlai.erasure': ErasureTable
  'changlai.desk_session': DeskSessionTable
  'changlai.desk_sign_in': DeskSignInTable
  'changlai.sample_programme': SampleProgrammeTable
  'changlai.attendance': AttendanceTable
  'changlai.check_in_poster': CheckInPosterTable
  'changlai.strike': StrikeTable
  'changlai.lesson_change': LessonChangeTable
  'changlai.class_message': ClassMessageTable
  'changlai.notice': NoticeTable
  'changlai.alert': AlertTable
  'changlai.alert_acceptance': AlertAcceptanceTable
  'changlai.alert_answer': AlertAnswerTable
  'changlai.alert_tally': AlertTallyTable
  'changlai.delivered_alert': DeliveredAlertTable
  'changlai.job': JobTable
  'changlai.timetable_class': TimetableClassTable
  'changlai.ballot': BallotTable
  'changlai.ballot_pool': BallotPoolTable
  'changlai.ballot_entry': BallotEntryTable
  'changlai.ballot_wish': BallotWishTable
  'changlai.ballot_attendee': BallotAttendeeTable
  'changlai.ballot_number': BallotNumberTable
  'changlai.waitlist_entry': WaitlistEntryTable
  'changlai.waitlist_attendee': WaitlistAttendeeTable
  'changlai.waitlist_move': WaitlistMoveTable
  'changlai.waitlist_outcome': WaitlistOutcomeTable
  'changlai.station_list': StationListTable
  'changlai.station': StationTable
  'changlai.station_task': StationTaskTable
  'changlai.station_report': StationReportTable
  'changlai.sealing_secret': SealingSecretTable
  'changlai.consultation_slot': ConsultationSlotTable
  'changlai.office_hours': OfficeHoursTable
  'changlai.consultation': ConsultationTable
  'changlai.consultation_entry': ConsultationEntryTable
  'changlai.consultation_attachment': ConsultationAttachmentTable
  'changlai.consultation_opening': ConsultationOpeningTable
  'changlai.professional_met': ProfessionalMetTable
  'changlai.consultation_tally': ConsultationTallyTable
}
