import type { Input, OperationName } from '@/contract'
import type { Role } from '@/domain/access/role'
import { PROFESSIONALS, type SealedService } from '@/domain/consultation/consultation'

/** Who may ask for an operation, and what it is done to. */
export interface Permission {
  /**
   * A visitor is anybody, signed in or not; a resident is anybody whom the platform names. `either`
   * is a visitor who is told more where the platform names them.
   */
  who: 'visitor' | 'either' | 'resident'
  /** The roles of which one in the target's centre is needed; null where none is. */
  role: readonly Role[] | null
  /** Which of those in `role` will do for this very input; left out where each of them will. */
  roleFor?: (input: never) => readonly Role[]
  /** The field of the input that names the target by a centre's key or a centre; null without one. */
  target: string | null
  /** What the actor must be to the target; `self` is the actor's own record. */
  relation: 'any' | 'own' | 'self'
  /** What somebody gets who is not: it does not even learn that the target exists. */
  stranger: 'NOT_FOUND' | null
  /** Whether a session at a desk will not do (decision 0032). */
  onPhone?: true
  /** Whether a command brings what is sealed: then a hash of it is keyed, so that nobody can guess it. */
  isPrivate?: true
}

const OPEN: Permission = {
  who: 'visitor',
  role: null,
  target: null,
  relation: 'any',
  stranger: null,
}
const RESIDENT: Permission = { ...OPEN, who: 'resident' }
const ONES_OWN_RECORD: Permission = { ...RESIDENT, relation: 'self' }
const STAFF: readonly Role[] = ['staff', 'director', 'district']
/** What the staff of a centre do for it, and the district for every centre. */
const OF_STAFF: Permission = { ...RESIDENT, role: STAFF }

/** What only the district does, which keeps all centres. */
const OF_DISTRICT: Permission = { ...RESIDENT, role: ['district'] }

/** What a doctor and staff do with the numbers of a clinic. */
const OF_CLINIC: Permission = {
  ...RESIDENT,
  role: ['doctor', ...STAFF],
  target: 'poolId',
}

const AT_DOOR: readonly Role[] = ['volunteer', 'teacher', ...STAFF]
/** What staff, teachers and volunteers do at the door of a lesson. */
const AT_THE_DOOR: Permission = {
  ...RESIDENT,
  role: AT_DOOR,
  target: 'occurrenceId',
}

/** What those do who decide who works in a place, and read there what was done. */
const OF_DIRECTORS: Permission = { ...RESIDENT, role: ['director', 'district'], target: 'centreId' }

/** What somebody says of a lesson of their own booking, or of one in which a relative took a seat for them. */
const OWN_LESSON: Permission = {
  ...RESIDENT,
  target: 'bookingId',
  relation: 'own',
  stranger: 'NOT_FOUND',
}

/** What somebody does with their own entry on a waiting list. */
const OWN_ENTRY: Permission = {
  ...RESIDENT,
  target: 'entryId',
  relation: 'own',
  stranger: 'NOT_FOUND',
}

/** What staff do for a centre with a file that they sent themselves. */
const OWN_FILE_FOR_CENTRE: Permission = {
  ...OF_STAFF,
  target: 'centreId',
  relation: 'own',
  stranger: 'NOT_FOUND',
}

/** A picture that staff sent themselves, for a station of their centre. */
const OWN_FILE_FOR_STATION: Permission = { ...OWN_FILE_FOR_CENTRE, target: 'stationId' }
/** Likewise for an activity. */
const OWN_FILE_FOR_ACTIVITY: Permission = { ...OWN_FILE_FOR_CENTRE, target: 'activityId' }
/** One's own consultation: nobody else, whatever their role, learns that it exists. */
const OWN_CONSULTATION: Permission = {
  ...RESIDENT,
  target: 'consultationId',
  relation: 'own',
  stranger: 'NOT_FOUND',
}
const PRIVATE = { isPrivate: true } as const
/** What a desk in a room of others is not shown, or cannot decide for itself. */
const ON_PHONE = { onPhone: true } as const
const PROFESSIONAL: readonly Role[] = Object.values(PROFESSIONALS)
/** What the professional to whom a consultation is assigned does with it. */
const ASSIGNED: Permission = { ...OWN_CONSULTATION, role: PROFESSIONAL }
/** A professional's own list in a centre. */
const PROFESSIONALS_OWN: Permission = {
  ...RESIDENT,
  role: PROFESSIONAL,
  target: 'centreId',
}
/** A professional's own hours for a service in a centre. */
const PROFESSIONALS_HOURS: Permission = {
  ...PROFESSIONALS_OWN,
  roleFor: ({ service }: { service: SealedService }) => [PROFESSIONALS[service]],
}

/**
 * Every operation's rule. What stands open is what a page shared to Moments shows, where nobody can
 * sign in. `relation` is upheld by the operation's statement, which asks for the actor's rows only;
 * test/cloud/permit walks the table with every kind of actor and target.
 */
export const PERMISSIONS: Readonly<Record<OperationName, Permission>> = {
  'centres.list': OPEN,
  'centres.open': OF_DISTRICT,
  'calendar.list': OPEN,
  'activities.list': OPEN,
  'activities.get': { ...OPEN, target: 'activityId' },
  'seats.book': { ...RESIDENT, target: 'poolId' },
  'seats.cancel': { ...RESIDENT, target: 'bookingId', relation: 'own', stranger: 'NOT_FOUND' },
  'seats.bookFor': {
    ...RESIDENT,
    role: ['volunteer', ...STAFF],
    target: 'poolId',
  },
  'seats.mine': ONES_OWN_RECORD,
  'family.list': ONES_OWN_RECORD,
  'family.save': ONES_OWN_RECORD,
  'family.remove': ONES_OWN_RECORD,
  'family.code': ONES_OWN_RECORD,
  'family.link': ONES_OWN_RECORD,
  'queue.now': { ...OPEN, who: 'either', target: 'poolId' },
  'queue.list': OF_CLINIC,
  'queue.call': OF_CLINIC,
  'queue.mark': OF_CLINIC,
  'waitlist.join': { ...RESIDENT, target: 'poolId' },
  'waitlist.leave': OWN_ENTRY,
  'waitlist.accept': OWN_ENTRY,
  'waitlist.mine': ONES_OWN_RECORD,
  'waitlist.list': { ...OF_STAFF, target: 'poolId' },
  'waitlist.pools': { ...OF_STAFF, target: 'centreId' },
  'waitlist.moveUp': { ...OF_STAFF, target: 'entryId' },
  'attendance.checkIn': { ...RESIDENT, target: 'posterId' },
  'attendance.scan': AT_THE_DOOR,
  'attendance.lessons': { ...AT_THE_DOOR, target: 'centreId' },
  'attendance.roster': AT_THE_DOOR,
  'attendance.sheet': {
    ...AT_THE_DOOR,
    // What is kept has full names; what lies at the door has masked ones.
    roleFor: ({ purpose }: Input<'attendance.sheet'>) => (purpose === 'roster' ? STAFF : AT_DOOR),
  },
  'attendance.mark': AT_THE_DOOR,
  'attendance.poster': { ...OF_STAFF, target: 'centreId' },
  'attendance.makePoster': { ...OF_STAFF, target: 'centreId' },
  'attendance.mine': ONES_OWN_RECORD,
  'attendance.contest': {
    ...RESIDENT,
    target: 'strikeId',
    relation: 'own',
    stranger: 'NOT_FOUND',
  },
  'attendance.contested': { ...OF_STAFF, target: 'centreId' },
  'attendance.settle': { ...OF_STAFF, target: 'strikeId' },
  'lessons.excuse': OWN_LESSON,
  'lessons.unexcuse': OWN_LESSON,
  'lessons.move': { ...OF_STAFF, target: 'occurrenceId' },
  'lessons.cancel': { ...OF_STAFF, target: 'occurrenceId' },
  'lessons.previewMove': { ...OF_STAFF, target: 'occurrenceId' },
  'alerts.mine': ONES_OWN_RECORD,
  'alerts.accept': { ...ONES_OWN_RECORD, ...ON_PHONE },
  'alerts.delivered': ONES_OWN_RECORD,
  'notices.mine': ONES_OWN_RECORD,
  'notices.read': { ...RESIDENT, target: 'upTo', relation: 'own', stranger: 'NOT_FOUND' },
  'programme.list': { ...OF_STAFF, target: 'centreId' },
  'programme.get': { ...OF_STAFF, target: 'activityId' },
  'programme.preview': { ...OF_STAFF, target: 'centreId' },
  'programme.save': { ...OF_STAFF, target: 'centreId' },
  'programme.publish': { ...OF_STAFF, target: 'activityId' },
  'programme.discard': { ...OF_STAFF, target: 'activityId' },
  'programme.postpone': { ...OF_STAFF, target: 'activityId' },
  'programme.cancel': { ...OF_STAFF, target: 'activityId' },
  'programme.previewChange': { ...OF_STAFF, target: 'activityId' },
  'programme.setCover': OWN_FILE_FOR_ACTIVITY,
  'programme.cover': { ...OPEN, target: 'activityId' },
  'notices.previewMessage': { ...OF_STAFF, target: 'activityId' },
  'notices.send': { ...OF_STAFF, target: 'activityId' },
  'figures.centre': { ...OF_STAFF, target: 'centreId' },
  'figures.district': OF_DISTRICT,
  'ballot.enter': RESIDENT,
  'ballot.leave': { ...RESIDENT, target: 'ballotId', relation: 'own', stranger: 'NOT_FOUND' },
  'ballot.mine': ONES_OWN_RECORD,
  'ballot.proof': OPEN,
  'ballot.announce': { ...OF_STAFF, target: 'centreId' },
  'ballot.publishNumber': { ...OF_STAFF, target: 'ballotId' },
  'ballot.list': { ...OF_STAFF, target: 'centreId' },
  'ballot.pools': { ...OF_STAFF, target: 'centreId' },
  'limits.get': { ...OF_STAFF, target: 'centreId' },
  'limits.set': { ...OF_STAFF, target: 'centreId' },
  'stations.list': OPEN,
  'stations.get': OPEN,
  'stations.changes': OPEN,
  'stations.report': { ...RESIDENT, target: 'stationId' },
  'stations.confirm': { ...RESIDENT, target: 'stationId' },
  'stations.mine': ONES_OWN_RECORD,
  'stations.tasks': { ...OF_STAFF, target: 'centreId' },
  'stations.settle': { ...OF_STAFF, target: 'taskId' },
  'stations.doorSign': { ...OF_STAFF, target: 'stationId' },
  'stations.previewImport': OWN_FILE_FOR_CENTRE,
  'stations.import': OWN_FILE_FOR_CENTRE,
  'stations.photo': { ...OPEN, target: 'stationId' },
  'stations.setPhoto': OWN_FILE_FOR_STATION,
  'files.begin': ONES_OWN_RECORD,
  'files.receive': ONES_OWN_RECORD,
  'consultation.slots': { ...RESIDENT, target: 'centreId' },
  'consultation.request': { ...RESIDENT, ...PRIVATE },
  'consultation.mine': ONES_OWN_RECORD,
  'consultation.get': { ...OWN_CONSULTATION, ...ON_PHONE },
  'consultation.amend': { ...OWN_CONSULTATION, ...PRIVATE },
  'consultation.withdraw': OWN_CONSULTATION,
  'consultation.reschedule': OWN_CONSULTATION,
  'consultation.rate': OWN_CONSULTATION,
  'consultation.attachment': { ...OWN_CONSULTATION, ...ON_PHONE, target: 'attachmentId' },
  'consultation.statistics': OPEN,
  'consultation.sendFeedback': { ...RESIDENT, target: 'centreId' },
  'consultation.getFeedback': OWN_CONSULTATION,
  'casework.list': PROFESSIONALS_OWN,
  'casework.open': { ...ASSIGNED, ...ON_PHONE },
  'casework.attachment': { ...ASSIGNED, ...ON_PHONE, target: 'attachmentId' },
  'casework.accept': ASSIGNED,
  'casework.decline': { ...ASSIGNED, ...PRIVATE },
  'casework.ask': { ...ASSIGNED, ...PRIVATE },
  'casework.propose': { ...ASSIGNED, ...PRIVATE },
  'casework.close': { ...ASSIGNED, ...PRIVATE },
  'casework.handOver': { ...ASSIGNED, ...PRIVATE, role: [PROFESSIONALS.legal] },
  'casework.referral': ASSIGNED,
  'casework.waiting': { ...OF_STAFF, target: 'centreId' },
  'casework.candidates': { ...OF_STAFF, target: 'consultationId' },
  'casework.assign': { ...OF_STAFF, target: 'consultationId' },
  'casework.feedback': { ...OF_STAFF, target: 'centreId' },
  'casework.answerFeedback': { ...OF_STAFF, target: 'consultationId' },
  'casework.officeHours': PROFESSIONALS_HOURS,
  'casework.publishHours': PROFESSIONALS_HOURS,
  'staff.importTimetable': OWN_FILE_FOR_CENTRE,
  'roles.list': OF_DIRECTORS,
  'roles.invitations': OF_DIRECTORS,
  'roles.invite': OF_DIRECTORS,
  'roles.revokeInvitation': { ...OF_DIRECTORS, target: 'invitationId' },
  // Whoever has the code is asked whether they want the role: it is not anybody's before.
  'roles.invitation': RESIDENT,
  'roles.accept': RESIDENT,
  'roles.remove': { ...OF_DIRECTORS, target: 'grantId' },
  'audit.search': OF_DIRECTORS,
  'devices.begin': OPEN,
  'devices.claim': OPEN,
  'devices.look': { ...ONES_OWN_RECORD, ...ON_PHONE },
  'devices.approve': { ...ONES_OWN_RECORD, ...ON_PHONE },
  'devices.refuse': { ...ONES_OWN_RECORD, ...ON_PHONE },
  'devices.mine': ONES_OWN_RECORD,
  'devices.revoke': ONES_OWN_RECORD,
  'devices.revokeAll': ONES_OWN_RECORD,
  'devices.signOut': ONES_OWN_RECORD,
  // Whoever works in a centre; each is told what the operations behind it would tell them.
  'staff.today': {
    ...RESIDENT,
    role: ['volunteer', 'teacher', 'doctor', ...PROFESSIONAL, ...STAFF],
    target: 'centreId',
  },
  'staff.previewPublish': { ...OWN_FILE_FOR_CENTRE, target: 'importId' },
  'staff.publishImport': { ...OWN_FILE_FOR_CENTRE, target: 'importId' },
  'staff.exportTimetable': { ...OF_STAFF, target: 'centreId' },
  'me.get': ONES_OWN_RECORD,
  'me.update': ONES_OWN_RECORD,
  'me.calendarAddress': ONES_OWN_RECORD,
  'me.makeCalendarAddress': ONES_OWN_RECORD,
  'me.revokeCalendarAddress': ONES_OWN_RECORD,
  'me.data': ONES_OWN_RECORD,
  'me.export': { ...ONES_OWN_RECORD, ...ON_PHONE },
  'me.erase': { ...ONES_OWN_RECORD, ...ON_PHONE },
}
