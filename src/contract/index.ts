import type * as v from 'valibot'
import * as activities from './activities'
import * as alerts from './alerts'
import * as attendance from './attendance'
import * as audit from './audit'
import * as ballot from './ballot'
import * as calendar from './calendar'
import * as casework from './casework'
import * as centres from './centres'
import * as consultation from './consultation'
import * as devices from './devices'
import type { Answered, BoundaryFailures, Refused } from './envelope'
import * as figures from './figures'
import * as files from './files'
import * as family from './family'
import * as limits from './limits'
import * as lessons from './lessons'
import * as me from './me'
import * as notices from './notices'
import * as programme from './programme'
import * as queue from './queue'
import * as roles from './roles'
import * as seats from './seats'
import * as staff from './staff'
import * as strikes from './strikes'
import * as stationImports from './station-imports'
import * as stationPhotos from './station-photos'
import * as stations from './stations'
import * as timetable from './timetable'
import * as waitlist from './waitlist'

/** Every operation of the wire by its name. */
export const contract = {
  'centres.list': centres.list,
  'centres.open': centres.open,
  'calendar.list': calendar.list,
  'activities.list': activities.list,
  'activities.get': activities.get,
  'seats.book': seats.book,
  'seats.cancel': seats.cancel,
  'seats.bookFor': seats.bookFor,
  'seats.mine': seats.mine,
  'family.list': family.list,
  'family.save': family.save,
  'family.remove': family.remove,
  'family.code': family.code,
  'family.link': family.link,
  'queue.now': queue.now,
  'queue.list': queue.list,
  'queue.call': queue.call,
  'queue.mark': queue.mark,
  'waitlist.join': waitlist.join,
  'waitlist.leave': waitlist.leave,
  'waitlist.accept': waitlist.accept,
  'waitlist.mine': waitlist.mine,
  'waitlist.list': waitlist.list,
  'waitlist.pools': waitlist.pools,
  'waitlist.moveUp': waitlist.moveUp,
  'attendance.checkIn': attendance.checkIn,
  'attendance.scan': attendance.scan,
  'attendance.lessons': attendance.lessons,
  'attendance.roster': attendance.roster,
  'attendance.sheet': attendance.sheet,
  'attendance.mark': attendance.mark,
  'attendance.poster': attendance.poster,
  'attendance.makePoster': attendance.makePoster,
  'attendance.mine': strikes.mine,
  'attendance.contest': strikes.contest,
  'attendance.contested': strikes.contested,
  'attendance.settle': strikes.settle,
  'lessons.excuse': lessons.excuse,
  'lessons.unexcuse': lessons.unexcuse,
  'lessons.move': lessons.move,
  'lessons.cancel': lessons.cancel,
  'lessons.previewMove': lessons.previewMove,
  'alerts.mine': alerts.mine,
  'alerts.accept': alerts.accept,
  'alerts.delivered': alerts.delivered,
  'notices.mine': notices.mine,
  'notices.read': notices.read,
  'programme.list': programme.list,
  'programme.get': programme.get,
  'programme.preview': programme.preview,
  'programme.save': programme.save,
  'programme.publish': programme.publish,
  'programme.discard': programme.discard,
  'programme.postpone': programme.postpone,
  'programme.cancel': programme.cancel,
  'programme.previewChange': programme.previewChange,
  'programme.setCover': programme.setCover,
  'programme.cover': programme.cover,
  'notices.previewMessage': notices.previewMessage,
  'notices.send': notices.send,
  'figures.centre': figures.centre,
  'figures.district': figures.district,
  'ballot.enter': ballot.enter,
  'ballot.leave': ballot.leave,
  'ballot.mine': ballot.mine,
  'ballot.proof': ballot.proof,
  'ballot.announce': ballot.announce,
  'ballot.publishNumber': ballot.publishNumber,
  'ballot.list': ballot.list,
  'ballot.pools': ballot.pools,
  'limits.get': limits.get,
  'limits.set': limits.set,
  'stations.list': stations.list,
  'stations.get': stations.get,
  'stations.changes': stations.changes,
  'stations.report': stations.report,
  'stations.confirm': stations.confirm,
  'stations.mine': stations.mine,
  'stations.tasks': stations.tasks,
  'stations.settle': stations.settle,
  'stations.doorSign': stations.doorSign,
  'stations.previewImport': stationImports.previewImport,
  'stations.import': stationImports.importList,
  'stations.photo': stationPhotos.photo,
  'stations.setPhoto': stationPhotos.setPhoto,
  'files.begin': files.begin,
  'files.receive': files.receive,
  'consultation.slots': consultation.slots,
  'consultation.request': consultation.request,
  'consultation.mine': consultation.mine,
  'consultation.get': consultation.get,
  'consultation.amend': consultation.amend,
  'consultation.withdraw': consultation.withdraw,
  'consultation.reschedule': consultation.reschedule,
  'consultation.rate': consultation.rate,
  'consultation.attachment': consultation.attachment,
  'consultation.statistics': consultation.statistics,
  'consultation.sendFeedback': consultation.sendFeedback,
  'consultation.getFeedback': consultation.getFeedback,
  'casework.list': casework.list,
  'casework.open': casework.open,
  'casework.attachment': casework.attachment,
  'casework.accept': casework.accept,
  'casework.decline': casework.decline,
  'casework.ask': casework.ask,
  'casework.propose': casework.propose,
  'casework.close': casework.close,
  'casework.handOver': casework.handOver,
  'casework.referral': casework.referral,
  'casework.waiting': casework.waiting,
  'casework.candidates': casework.candidates,
  'casework.assign': casework.assign,
  'casework.feedback': casework.feedback,
  'casework.answerFeedback': casework.answerFeedback,
  'casework.officeHours': casework.officeHours,
  'casework.publishHours': casework.publishHours,
  'staff.importTimetable': staff.importTimetable,
  'roles.list': roles.list,
  'roles.invitations': roles.invitations,
  'roles.invite': roles.invite,
  'roles.revokeInvitation': roles.revokeInvitation,
  'roles.invitation': roles.invitation,
  'roles.accept': roles.accept,
  'roles.remove': roles.remove,
  'audit.search': audit.search,
  'devices.begin': devices.begin,
  'devices.claim': devices.claim,
  'devices.look': devices.look,
  'devices.approve': devices.approve,
  'devices.refuse': devices.refuse,
  'devices.mine': devices.mine,
  'devices.revoke': devices.revoke,
  'devices.revokeAll': devices.revokeAll,
  'devices.signOut': devices.signOut,
  'staff.today': staff.today,
  'staff.previewPublish': timetable.previewPublish,
  'staff.publishImport': timetable.publishImport,
  'staff.exportTimetable': timetable.exportTimetable,
  'me.get': me.get,
  'me.update': me.update,
  'me.calendarAddress': me.calendarAddress,
  'me.makeCalendarAddress': me.makeCalendarAddress,
  'me.revokeCalendarAddress': me.revokeCalendarAddress,
  'me.data': me.data,
  'me.export': me.exportData,
  'me.erase': me.erase,
} as const

export type Contract = typeof contract
export type OperationName = keyof Contract
export type Input<N extends OperationName> = v.InferInput<Contract[N]['input']>
export type ParsedInput<N extends OperationName> = v.InferOutput<Contract[N]['input']>
export type Output<N extends OperationName> = v.InferOutput<Contract[N]['output']>
/** The refusals of an operation: code → facts. */
export type Refusals<N extends OperationName> = {
  [Code in keyof Contract[N]['refusals']]: Contract[N]['refusals'][Code] extends v.GenericSchema
    ? v.InferOutput<Contract[N]['refusals'][Code]>
    : never
}

type Union<T> = { [Code in keyof T & string]: Refused<Code, T[Code]> }[keyof T & string]

/** What a call of an operation can come back with. */
export type Answer<N extends OperationName> =
  | Answered<Output<N>>
  | Union<Refusals<N>>
  | Union<Omit<BoundaryFailures, keyof Refusals<N>>>
