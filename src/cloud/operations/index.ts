import type { OperationName } from '@/contract'
import type { Handler } from '@/cloud/handler'
import { getActivity } from './activities/get'
import { listActivities } from './activities/list'
import { acceptAlerts } from './alerts/accept'
import { deliveredAlerts } from './alerts/delivered'
import { myAlerts } from './alerts/mine'
import { checkIn } from './attendance/check-in'
import { contest } from './attendance/contest'
import { listContested } from './attendance/contested'
import { listLessons } from './attendance/lessons'
import { makePoster } from './attendance/make-poster'
import { markAttendee } from './attendance/mark'
import { myStrikes } from './attendance/mine'
import { getPoster } from './attendance/poster'
import { readRoster } from './attendance/roster'
import { scanCode } from './attendance/scan'
import { settleContest } from './attendance/settle'
import { searchAuditOf } from './audit/search'
import { makeSheet } from './attendance/sheet'
import { announceBallot } from './ballot/announce'
import { enterBallot } from './ballot/enter'
import { leaveBallot } from './ballot/leave'
import { listBallots } from './ballot/list'
import { myBallotEntries } from './ballot/mine'
import { listPoolsToDraw } from './ballot/pools'
import { proveBallot } from './ballot/proof'
import { publishBallotNumber } from './ballot/publish-number'
import { listCalendar } from './calendar/list'
import { acceptConsultation } from './casework/accept'
import { answerFeedback } from './casework/answer-feedback'
import { askResident } from './casework/ask'
import { assignConsultation } from './casework/assign'
import { caseAttachment } from './casework/attachment'
import { listCandidates } from './casework/candidates'
import { closeConsultation } from './casework/close'
import { declineConsultation } from './casework/decline'
import { listFeedback } from './casework/feedback'
import { handOver } from './casework/hand-over'
import { listCases } from './casework/list'
import { officeHours } from './casework/office-hours'
import { openConsultation } from './casework/open'
import { proposeTime } from './casework/propose'
import { publishHours } from './casework/publish-hours'
import { referralOf } from './casework/referral'
import { listWaiting } from './casework/waiting'
import { listCentres } from './centres/list'
import { openCentre } from './centres/open'
import { centreFigures } from './figures/centre'
import { districtFigures } from './figures/district'
import { beginFile } from './files/begin'
import { receiveFile } from './files/receive'
import { getFeedback } from './consultation/get-feedback'
import { sendFeedback } from './consultation/send-feedback'
import { statistics } from './consultation/statistics'
import { makeCode } from './family/code'
import { linkElder } from './family/link'
import { listFamily } from './family/list'
import { removeFromFamily } from './family/remove'
import { saveMember } from './family/save'
import { amendConsultation } from './consultation/amend'
import { ownAttachment } from './consultation/attachment'
import { getConsultation } from './consultation/get'
import { myConsultations } from './consultation/mine'
import { rateConsultation } from './consultation/rate'
import { requestConsultation } from './consultation/request'
import { rescheduleConsultation } from './consultation/reschedule'
import { listSlots } from './consultation/slots'
import { withdrawConsultation } from './consultation/withdraw'
import { calendarAddress } from './me/calendar-address'
import { approveDesk } from './devices/approve'
import { beginAtDesk } from './devices/begin'
import { claimAtDesk } from './devices/claim'
import { lookAtDesk } from './devices/look'
import { myDesks } from './devices/mine'
import { refuseDesk } from './devices/refuse'
import { revokeDesk } from './devices/revoke'
import { revokeDesks } from './devices/revoke-all'
import { signOutAtDesk } from './devices/sign-out'
import { getLimits } from './limits/get'
import { setLimits } from './limits/set'
import { cancelLesson } from './lessons/cancel'
import { excuseFromLesson } from './lessons/excuse'
import { moveLesson } from './lessons/move'
import { previewMove } from './lessons/preview-move'
import { unexcuseFromLesson } from './lessons/unexcuse'
import { myData } from './me/data'
import { eraseMe } from './me/erase'
import { exportMe } from './me/export'
import { getMe } from './me/get'
import { makeAddress } from './me/make-calendar-address'
import { revokeAddress } from './me/revoke-calendar-address'
import { updateMe } from './me/update'
import { myNotices } from './notices/mine'
import { previewMessage } from './notices/preview-message'
import { readNotices } from './notices/read'
import { cancelActivity } from './programme/cancel'
import { coverOfActivity } from './programme/cover'
import { discardDraft } from './programme/discard'
import { getPlan } from './programme/get'
import { listProgramme } from './programme/list'
import { postponeActivity } from './programme/postpone'
import { previewPlan } from './programme/preview'
import { previewChange } from './programme/preview-change'
import { publishActivity } from './programme/publish'
import { savePlan } from './programme/save'
import { setCover } from './programme/set-cover'
import { sendMessage } from './notices/send'
import { callNumber } from './queue/call'
import { listQueue } from './queue/list'
import { markNumber } from './queue/mark'
import { queueNow } from './queue/now'
import { acceptInvitation } from './roles/accept'
import { readInvitation } from './roles/invitation'
import { listInvitations } from './roles/invitations'
import { inviteTo } from './roles/invite'
import { listRoles } from './roles/list'
import { removeRole } from './roles/remove'
import { revokeInvitation } from './roles/revoke-invitation'
import { bookSeat } from './seats/book'
import { bookSeatFor } from './seats/book-for'
import { cancelSeat } from './seats/cancel'
import { mySeats } from './seats/mine'
import { changedStations } from './stations/changes'
import { confirmStation } from './stations/confirm'
import { doorSign } from './stations/door-sign'
import { getStation } from './stations/get'
import { importStations } from './stations/import'
import { listStations } from './stations/list'
import { myReports } from './stations/mine'
import { stationPhoto } from './stations/photo'
import { exportTimetable } from './staff/export-timetable'
import { importTimetable } from './staff/import-timetable'
import { todayAtTheCentre } from './staff/today'
import { previewPublish } from './staff/preview-publish'
import { publishImport } from './staff/publish-import'
import { previewImport } from './stations/preview-import'
import { reportStation } from './stations/report'
import { setStationPhoto } from './stations/set-photo'
import { settleStationTask } from './stations/settle'
import { listStationTasks } from './stations/tasks'
import { acceptOfferedSeats } from './waitlist/accept'
import { joinWaitlist } from './waitlist/join'
import { leaveWaitlist } from './waitlist/leave'
import { listWaitlist } from './waitlist/list'
import { myWaitlistEntries } from './waitlist/mine'
import { moveUpOnWaitlist } from './waitlist/move-up'
import { listPoolsWaitedFor } from './waitlist/pools'

/** The handler of every operation of the contract. */
export const handlers: { readonly [N in OperationName]: Handler<N> } = {
  'centres.list': listCentres,
  'centres.open': openCentre,
  'calendar.list': listCalendar,
  'activities.list': listActivities,
  'activities.get': getActivity,
  'seats.book': bookSeat,
  'seats.cancel': cancelSeat,
  'seats.bookFor': bookSeatFor,
  'seats.mine': mySeats,
  'family.list': listFamily,
  'family.save': saveMember,
  'family.remove': removeFromFamily,
  'family.code': makeCode,
  'family.link': linkElder,
  'queue.now': queueNow,
  'queue.list': listQueue,
  'queue.call': callNumber,
  'queue.mark': markNumber,
  'waitlist.join': joinWaitlist,
  'waitlist.leave': leaveWaitlist,
  'waitlist.accept': acceptOfferedSeats,
  'waitlist.mine': myWaitlistEntries,
  'waitlist.list': listWaitlist,
  'waitlist.pools': listPoolsWaitedFor,
  'waitlist.moveUp': moveUpOnWaitlist,
  'attendance.checkIn': checkIn,
  'attendance.scan': scanCode,
  'attendance.lessons': listLessons,
  'attendance.roster': readRoster,
  'attendance.sheet': makeSheet,
  'attendance.mark': markAttendee,
  'attendance.poster': getPoster,
  'attendance.makePoster': makePoster,
  'attendance.mine': myStrikes,
  'attendance.contest': contest,
  'attendance.contested': listContested,
  'attendance.settle': settleContest,
  'lessons.excuse': excuseFromLesson,
  'lessons.unexcuse': unexcuseFromLesson,
  'lessons.move': moveLesson,
  'lessons.cancel': cancelLesson,
  'lessons.previewMove': previewMove,
  'alerts.mine': myAlerts,
  'alerts.accept': acceptAlerts,
  'alerts.delivered': deliveredAlerts,
  'notices.mine': myNotices,
  'notices.read': readNotices,
  'programme.list': listProgramme,
  'programme.get': getPlan,
  'programme.preview': previewPlan,
  'programme.save': savePlan,
  'programme.publish': publishActivity,
  'programme.discard': discardDraft,
  'programme.postpone': postponeActivity,
  'programme.cancel': cancelActivity,
  'programme.previewChange': previewChange,
  'programme.setCover': setCover,
  'programme.cover': coverOfActivity,
  'notices.previewMessage': previewMessage,
  'notices.send': sendMessage,
  'figures.centre': centreFigures,
  'figures.district': districtFigures,
  'ballot.enter': enterBallot,
  'ballot.leave': leaveBallot,
  'ballot.mine': myBallotEntries,
  'ballot.proof': proveBallot,
  'ballot.announce': announceBallot,
  'ballot.publishNumber': publishBallotNumber,
  'ballot.list': listBallots,
  'ballot.pools': listPoolsToDraw,
  'limits.get': getLimits,
  'limits.set': setLimits,
  'stations.list': listStations,
  'stations.get': getStation,
  'stations.changes': changedStations,
  'stations.report': reportStation,
  'stations.confirm': confirmStation,
  'stations.mine': myReports,
  'stations.tasks': listStationTasks,
  'stations.settle': settleStationTask,
  'stations.doorSign': doorSign,
  'stations.previewImport': previewImport,
  'stations.import': importStations,
  'stations.photo': stationPhoto,
  'stations.setPhoto': setStationPhoto,
  'files.begin': beginFile,
  'files.receive': receiveFile,
  'consultation.slots': listSlots,
  'consultation.request': requestConsultation,
  'consultation.mine': myConsultations,
  'consultation.get': getConsultation,
  'consultation.amend': amendConsultation,
  'consultation.withdraw': withdrawConsultation,
  'consultation.reschedule': rescheduleConsultation,
  'consultation.rate': rateConsultation,
  'consultation.attachment': ownAttachment,
  'consultation.statistics': statistics,
  'consultation.sendFeedback': sendFeedback,
  'consultation.getFeedback': getFeedback,
  'casework.list': listCases,
  'casework.open': openConsultation,
  'casework.attachment': caseAttachment,
  'casework.accept': acceptConsultation,
  'casework.decline': declineConsultation,
  'casework.ask': askResident,
  'casework.propose': proposeTime,
  'casework.close': closeConsultation,
  'casework.handOver': handOver,
  'casework.referral': referralOf,
  'casework.waiting': listWaiting,
  'casework.candidates': listCandidates,
  'casework.assign': assignConsultation,
  'casework.feedback': listFeedback,
  'casework.answerFeedback': answerFeedback,
  'casework.officeHours': officeHours,
  'casework.publishHours': publishHours,
  'staff.importTimetable': importTimetable,
  'roles.list': listRoles,
  'roles.invitations': listInvitations,
  'roles.invite': inviteTo,
  'roles.revokeInvitation': revokeInvitation,
  'roles.invitation': readInvitation,
  'roles.accept': acceptInvitation,
  'roles.remove': removeRole,
  'audit.search': searchAuditOf,
  'devices.begin': beginAtDesk,
  'devices.claim': claimAtDesk,
  'devices.look': lookAtDesk,
  'devices.approve': approveDesk,
  'devices.refuse': refuseDesk,
  'devices.mine': myDesks,
  'devices.revoke': revokeDesk,
  'devices.revokeAll': revokeDesks,
  'devices.signOut': signOutAtDesk,
  'staff.today': todayAtTheCentre,
  'staff.previewPublish': previewPublish,
  'staff.publishImport': publishImport,
  'staff.exportTimetable': exportTimetable,
  'me.get': getMe,
  'me.update': updateMe,
  'me.calendarAddress': calendarAddress,
  'me.makeCalendarAddress': makeAddress,
  'me.revokeCalendarAddress': revokeAddress,
  'me.data': myData,
  'me.export': exportMe,
  'me.erase': eraseMe,
}
