import type { DataGroupKey } from './kept-after'

/**
 * What erasing an account does with a column that names somebody. `delete`: the row goes. `cut`: a
 * number takes its place that belongs to nobody, so that what is counted stays right. `clear`: it is
 * empty. `keep`: a law wants it kept, and says how long.
 */
export type Erasing = 'delete' | 'cut' | 'clear' | 'keep'

export interface PersonalTable {
  group: DataGroupKey
  /** The columns that name somebody by the key of a person. */
  persons: Readonly<Record<string, Erasing>>
  /** The other columns that say something of them. */
  about: readonly string[]
  /** Those that do not. */
  plain: readonly string[]
}

const words = (text: string): string[] => (text === '' ? [] : text.split(' '))

const table = (
  group: DataGroupKey,
  persons: Record<string, Erasing>,
  about: string,
  plain = '',
): PersonalTable => ({ group, persons, about: words(about), plain: words(plain) })

/**
 * Every table that holds something about a person, in the order in which they are emptied: whatever
 * refers to a row goes before it. test/cloud/retention holds it against the database, so that a table
 * or column that is added has to be named here or in NOT_PERSONAL.
 */
export const PERSONAL_TABLES: Readonly<Record<string, PersonalTable>> = {
  notice: table(
    'notices',
    { person_id: 'delete' },
    'notice_id kind booking_id facts made_at read_at',
    'centre_id occurrence_id change_number activity_id activity_change message_id',
  ),
  delivered_alert: table(
    'alerts',
    { person_id: 'delete' },
    'alert_id template fields delivered_at',
  ),
  alert: table(
    'alerts',
    { person_id: 'delete' },
    'alert_id purpose about turn made_at until state why tries lost next_try_at leased_until acceptance code ended_at',
    'centre_id',
  ),
  alert_acceptance: table(
    'alerts',
    { person_id: 'delete' },
    'template request_id accepted_at used_at used_by',
  ),
  alert_answer: table('alerts', { person_id: 'delete' }, 'template answer answered_at'),
  strike: table(
    'strikes',
    { person_id: 'delete', settled_by: 'cut' },
    'strike_id booking_id occurrence_id kind weight state struck_at expires_at contested_at settled_at reason',
    'centre_id',
  ),
  booking: table(
    'bookings',
    { person_id: 'cut', booked_by: 'clear' },
    'booking_id pool_id status check_in_code booked_at cancelled_at seats check_in_secret',
    'centre_id',
  ),
  booking_attendee: table(
    'bookings',
    { person_id: 'cut', holder_id: 'cut' },
    'booking_id pool_id status queue_number queue_state',
    'centre_id',
  ),
  attendance: table(
    'bookings',
    { person_id: 'cut', marked_by: 'clear' },
    'occurrence_id booking_id mark means marked_at seen_at freed',
    'centre_id',
  ),
  waitlist_entry: table(
    'bookings',
    { holder_id: 'cut' },
    'entry_id pool_id state seats turn joined_at joined_position passed_over saved saved_until offered_at offer_until ended_at booking_id ballot_id ballot_number',
    'centre_id',
  ),
  waitlist_attendee: table(
    'bookings',
    { person_id: 'cut' },
    'entry_id pool_id place live',
    'centre_id',
  ),
  ballot_entry: table(
    'draws',
    { holder_id: 'cut' },
    'number seats entered_at left_at weight drawn_place won_pool_id served_pool_id',
    'centre_id ballot_id',
  ),
  ballot_attendee: table('draws', { person_id: 'cut' }, 'number place live', 'centre_id ballot_id'),
  ballot_wish: table('draws', {}, 'number place pool_id', 'centre_id ballot_id'),
  consultation: table(
    'consultations',
    { person_id: 'cut', professional_id: 'cut' },
    'consultation_id service state urgent booking_id proposed_pool_id awaiting outcome satisfaction consent_version created_at state_since due_at closed_at deleted_at key_version wrapped_key sealed plain',
    'centre_id',
  ),
  consultation_entry: table(
    'consultations',
    {},
    'consultation_id position kind author at sealed plain',
    'centre_id',
  ),
  consultation_attachment: table(
    'consultations',
    {},
    'attachment_id consultation_id kind bytes sealed_name sealed added_at',
    'centre_id',
  ),
  consultation_opening: table(
    'professionals',
    { person_id: 'cut' },
    'consultation_id role what at',
    'centre_id opening_id',
  ),
  professional_met: table(
    'professionals',
    { person_id: 'delete' },
    'side name_hash consultation_id met_at',
    'centre_id',
  ),
  station_report: table(
    'stations',
    { person_id: 'delete' },
    'report_id station_id kind facility note reported_at task_id',
    'centre_id',
  ),
  desk_session: table(
    'desks',
    { person_id: 'delete' },
    'session_id token_hash browser system began_at seen_at ended_at',
  ),
  desk_sign_in: table(
    'desks',
    { person_id: 'delete' },
    'browser system state began_at expires_at polled_at',
    'request_key secret_hash code check_number choices poll_after_ms',
  ),
  calendar_address: table('calendar', { person_id: 'delete' }, 'token_hash made_at'),
  uploaded_file: table(
    'files',
    { person_id: 'delete' },
    'file_id name kind bytes content received_at',
  ),
  upload_path: table('files', { person_id: 'delete' }, 'path_id name begun_at'),
  answered_request: table(
    'answers',
    { person_id: 'delete' },
    'request_id operation input_hash answer answered_at',
    'centre_id',
  ),
  guardian_consent: table(
    'family',
    { guardian_id: 'delete' },
    'member_id rules_version consented_at',
  ),
  spoken_code: table('family', { person_id: 'delete' }, 'code expires_at'),
  spoken_code_try: table('family', { person_id: 'delete' }, 'wrong since'),
  family_member: table(
    'family',
    { holder_id: 'delete', person_id: 'cut' },
    'member_id kind name birth_date linked added_at removed_at',
  ),
  role_grant: table(
    'roles',
    { person_id: 'delete', granted_by: 'clear' },
    'role granted_at',
    'centre_id',
  ),
  ended_role: table(
    'roles',
    { person_id: 'keep', ended_by: 'keep', granted_by: 'keep' },
    'role ended_at granted_at',
    'centre_id',
  ),
  role_invitation: table(
    'roles',
    { made_by: 'cut', accepted_by: 'cut' },
    'invitation_id role note code_hash made_at expires_at accepted_at revoked_at',
    'centre_id',
  ),
  audit_entry: table(
    'audit',
    { person_id: 'keep' },
    'entry_id at role operation target request_id facts',
    'centre_id',
  ),
  audit_outcome: table('audit', {}, 'entry_id at refused', 'centre_id'),
  activity: table(
    'work',
    { changed_by: 'cut' },
    'changed_at',
    'centre_id activity_id title category audience description host place min_age max_age fee_fen bring rule seating published created_at seats_per_term parallel_group guests_from_list version state lessons import_key cover cover_width cover_height',
  ),
  activity_change: table(
    'work',
    { changed_by: 'cut' },
    'changed_at reason',
    'centre_id activity_id number kind facts',
  ),
  lesson_change: table(
    'work',
    { changed_by: 'cut' },
    'changed_at reason',
    'centre_id occurrence_id number kind from_starts_at from_ends_at from_place from_state to_starts_at to_ends_at to_place',
  ),
  class_message: table(
    'work',
    { sent_by: 'cut' },
    'text sent_at',
    'centre_id message_id activity_id pool_id told',
  ),
  waitlist_move: table(
    'work',
    { moved_by: 'cut' },
    'entry_id moved_at from_position reason',
    'centre_id pool_id',
  ),
  ballot: table(
    'work',
    { announced_by: 'cut' },
    'announced_at',
    'centre_id ballot_id closes_at number_source number_at last_entry closed_at list list_hash number number_confirmed_at drawn_at results people_cut_at',
  ),
  ballot_number: table('work', { person_id: 'cut' }, 'entered_at', 'centre_id ballot_id number'),
  check_in_poster: table('work', { made_by: 'cut' }, 'made_at', 'centre_id poster_id'),
  timetable_class: table(
    'work',
    { imported_by: 'cut' },
    'imported_at',
    'centre_id activity_id read said when_words position',
  ),
  consultation_slot: table('work', { person_id: 'cut' }, 'service channels', 'centre_id pool_id'),
  office_hours: table(
    'work',
    { person_id: 'delete' },
    'service month hours published_at',
    'centre_id',
  ),
  person_identity: table(
    'identity',
    { person_id: 'delete' },
    'provider subject here_in leaving',
    'look_on',
  ),
  person: table(
    'identity',
    { person_id: 'delete' },
    'nickname home_centre_id created_at',
    'booking_turn nobody',
  ),
  erasure: table('answers', {}, 'answer erased_at', 'receipt'),
}

/** The tables that hold nothing about a person, and what they hold. */
export const NOT_PERSONAL: Readonly<Record<string, string>> = {
  activity_cover: '活动的封面',
  alert_tally: '提醒发出多少、没发多少，没有人',
  ballot_pool: '一次摇号摇哪些课',
  centre: '中心的名称、地址、电话',
  consultation_tally: '每月办结的数，没有人',
  job: '定时的活什么时候做过',
  kysely_migration: '库的版本',
  kysely_migration_lock: '库的版本',
  occurrence: '课的时间和地点',
  pool: '名额',
  sample_programme: '示例数据的日期',
  sealing_secret: '密钥',
  station: '驿站',
  station_list: '驿站名单的版本',
  station_photo: '驿站的照片，重画过，不带信息',
  station_task: '驿站的问题和答复，没有人',
  waitlist_outcome: '排队的结果，没有人',
}
