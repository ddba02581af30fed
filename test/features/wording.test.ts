import { contract, type OperationName } from '@/contract'
import { STRIKE_STATES } from '@/domain/attendance/strike'
import { ELIGIBILITY_RULES } from '@/domain/seats/eligibility'
import { ENTRY_STATES } from '@/domain/waitlist/entry-state'
import * as activities from '@/features/activities/wording'
import * as attendance from '@/features/attendance/wording'
import * as ballot from '@/features/ballot/wording'
import * as calendar from '@/features/calendar/wording'
import * as casework from '@/features/casework/wording'
import * as centres from '@/features/centres/wording'
import * as consultation from '@/features/consultation/wording'
import * as alerts from '@/features/alerts/wording'
import * as devices from '@/features/devices/wording'
import * as calendarAddress from '@/features/me/calendar-words'
import * as limits from '@/features/limits/wording'
import * as lessons from '@/features/lessons/wording'
import * as me from '@/features/me/wording'
import * as myData from '@/features/me/data-words'
import * as newCentre from '@/features/new-centre/wording'
import * as notices from '@/features/notices/wording'
import { CHANGING, READING, sentenceFor, type Wording } from '@/features/refusal-words'
import * as figures from '@/features/figures/wording'
import * as messages from '@/features/messages/wording'
import * as family from '@/features/family/wording'
import * as people from '@/features/people/wording'
import * as queue from '@/features/queue/wording'
import { bookForWords, bookWordsFor } from '@/features/seats/book-wording'
import * as programme from '@/features/programme/wording'
import * as seats from '@/features/seats/wording'
import * as staff from '@/features/staff/wording'
import * as stationPhotos from '@/features/stations/photo-words'
import * as stationImports from '@/features/stations/import-wording'
import * as stations from '@/features/stations/wording'
import * as uploads from '@/features/upload-words'
import * as waitlist from '@/features/waitlist/wording'
import * as workbench from '@/features/workbench/wording'
import type { Failure } from '@/gateway/call/wire'

/** Every operation has its table of sentences; a new operation does not compile without one. */
const tables: { [N in OperationName]: Wording<N> } = {
  'centres.list': centres.listWords,
  'centres.open': newCentre.openCentreWords,
  'calendar.list': calendar.listWords,
  'activities.list': activities.listWords,
  'activities.get': activities.getWords,
  'seats.book': bookWordsFor((id) => (id === undefined ? null : '小满')),
  'seats.cancel': seats.cancelWords,
  'seats.bookFor': bookForWords,
  'seats.mine': seats.mineWords,
  'family.list': family.listFamilyWords,
  'family.save': family.saveMemberWords,
  'family.remove': family.removeMemberWords,
  'family.code': family.makeCodeWords,
  'family.link': family.linkElderWords,
  'queue.now': queue.queueNowWords,
  'queue.list': queue.listQueueWords,
  'queue.call': queue.callNumberWords,
  'queue.mark': queue.markNumberWords,
  'waitlist.join': waitlist.joinWords,
  'waitlist.leave': waitlist.leaveWords,
  'waitlist.accept': waitlist.acceptWords,
  'waitlist.mine': waitlist.mineWords,
  'waitlist.list': waitlist.listWords,
  'waitlist.pools': waitlist.poolsWords,
  'waitlist.moveUp': waitlist.moveUpWords,
  'lessons.excuse': lessons.excuseWords,
  'lessons.unexcuse': lessons.unexcuseWords,
  'lessons.move': lessons.moveWords,
  'lessons.cancel': lessons.cancelLessonWords,
  'lessons.previewMove': lessons.previewWords,
  'alerts.mine': alerts.mineWords,
  'alerts.accept': alerts.acceptWords,
  'alerts.delivered': alerts.deliveredWords,
  'notices.mine': notices.mineWords,
  'notices.read': notices.readWords,
  'notices.previewMessage': messages.previewMessageWords,
  'notices.send': messages.sendMessageWords,
  'figures.centre': figures.centreFiguresWords,
  'figures.district': figures.districtFiguresWords,
  'attendance.checkIn': attendance.checkInWords,
  'attendance.scan': attendance.scanWords,
  'attendance.lessons': attendance.lessonsWords,
  'attendance.roster': attendance.rosterWords,
  'attendance.sheet': attendance.sheetWords,
  'attendance.mark': attendance.markWords,
  'attendance.poster': attendance.posterWords,
  'attendance.makePoster': attendance.makePosterWords,
  'attendance.mine': attendance.mineWords,
  'attendance.contest': attendance.contestWords,
  'attendance.contested': attendance.contestedWords,
  'attendance.settle': attendance.settleWords,
  'programme.list': programme.listProgrammeWords,
  'programme.get': programme.getPlanWords,
  'programme.preview': programme.previewPlanWords,
  'programme.save': programme.savePlanWords,
  'programme.publish': programme.publishWords,
  'programme.discard': programme.discardWords,
  'programme.postpone': programme.postponeWords,
  'programme.cancel': programme.cancelActivityWords,
  'programme.previewChange': programme.previewChangeWords,
  'programme.setCover': programme.setCoverWords,
  'programme.cover': programme.coverWords,
  'ballot.enter': ballot.enterWords,
  'ballot.leave': ballot.leaveWords,
  'ballot.mine': ballot.mineWords,
  'ballot.proof': ballot.proofWords,
  'ballot.announce': ballot.announceWords,
  'ballot.publishNumber': ballot.publishNumberWords,
  'ballot.list': ballot.listWords,
  'ballot.pools': ballot.poolsWords,
  'staff.importTimetable': staff.importTimetableWords,
  'staff.today': workbench.todayWords,
  'staff.previewPublish': staff.previewPublishWords,
  'staff.publishImport': staff.publishImportWords,
  'staff.exportTimetable': staff.exportTimetableWords,
  'limits.get': limits.getWords,
  'limits.set': limits.setWords,
  'stations.list': stations.listWords,
  'stations.get': stations.getWords,
  'stations.changes': stations.changesWords,
  'stations.report': stations.reportWords,
  'stations.confirm': stations.confirmWords,
  'stations.mine': stations.mineWords,
  'stations.tasks': stations.tasksWords,
  'stations.settle': stations.settleWords,
  'stations.doorSign': stations.doorSignWords,
  'stations.previewImport': stationImports.previewImportWords,
  'stations.import': stationImports.importWords,
  'stations.photo': stationPhotos.photoWords,
  'stations.setPhoto': stationPhotos.setPhotoWords,
  'files.begin': uploads.beginWords,
  'files.receive': uploads.receiveWords,
  'consultation.slots': consultation.slotsWords,
  'consultation.request': consultation.requestWords,
  'consultation.mine': consultation.mineWords,
  'consultation.get': consultation.getWords,
  'consultation.amend': consultation.amendWords,
  'consultation.withdraw': consultation.withdrawWords,
  'consultation.reschedule': consultation.rescheduleWords,
  'consultation.rate': consultation.rateWords,
  'consultation.attachment': consultation.attachmentWords,
  'consultation.statistics': consultation.statisticsWords,
  'consultation.sendFeedback': consultation.sendFeedbackWords,
  'consultation.getFeedback': consultation.getFeedbackWords,
  'casework.list': casework.listWords,
  'casework.open': casework.openWords,
  'casework.attachment': casework.attachmentWords,
  'casework.accept': casework.acceptWords,
  'casework.decline': casework.declineWords,
  'casework.ask': casework.askWords,
  'casework.propose': casework.proposeWords,
  'casework.close': casework.closeWords,
  'casework.handOver': casework.handOverWords,
  'casework.referral': casework.referralWords,
  'casework.waiting': casework.waitingWords,
  'casework.candidates': casework.candidatesWords,
  'casework.assign': casework.assignWords,
  'casework.feedback': casework.feedbackWords,
  'casework.answerFeedback': casework.answerFeedbackWords,
  'casework.officeHours': casework.officeHoursWords,
  'casework.publishHours': casework.publishHoursWords,
  'roles.list': people.listRolesWords,
  'roles.invitations': people.invitationsWords,
  'roles.invite': people.inviteWords,
  'roles.revokeInvitation': people.revokeInvitationWords,
  'roles.invitation': people.invitationWords,
  'roles.accept': people.acceptWords,
  'roles.remove': people.removeRoleWords,
  'audit.search': people.auditWords,
  'devices.begin': devices.beginWords,
  'devices.claim': devices.claimWords,
  'devices.look': devices.lookWords,
  'devices.approve': devices.approveWords,
  'devices.refuse': devices.refuseWords,
  'devices.mine': devices.mineWords,
  'devices.revoke': devices.revokeWords,
  'devices.revokeAll': devices.revokeAllWords,
  'devices.signOut': devices.signOutWords,
  'me.get': me.getWords,
  'me.update': me.updateWords,
  'me.calendarAddress': calendarAddress.calendarAddressWords,
  'me.makeCalendarAddress': calendarAddress.makeCalendarAddressWords,
  'me.revokeCalendarAddress': calendarAddress.revokeCalendarAddressWords,
  'me.data': myData.dataWords,
  'me.export': myData.exportWords,
  'me.erase': myData.eraseWords,
}

const now = new Date('2026-11-22T09:00:00+08:00').getTime()
const at = '2026-12-01T09:00:00+08:00'
/** Facts that hold every field that any refusal carries. */
const facts = {
  capacity: 30,
  waiting: 2,
  left: 1,
  most: 6,
  number: 7,
  other: '123456',
  numberAt: at,
  latest: at,
  rulesVersion: '2026-11',
  memberId: 'm-aaaaaaaaaaaaaaaa',
  bookingId: 'nongye.b1',
  opensAt: at,
  closesAt: at,
  cancelUntil: at,
  lateUntil: null,
  nextAt: null,
  expiresAt: at,
  title: '社区大讲堂',
  startsAt: at,
  endsAt: '2026-12-01T10:30:00+08:00',
  what: 'pool',
  place: '二楼书画室',
  centreId: 'nongye',
  until: at,
  at,
  path: '',
  reason: '',
  retryAfterMs: 1,
  offline: false,
  sent: true,
  problem: '这是图片，不是表格',
  guess: null,
  wrong: 3,
  poolId: 'nongye.p1',
  open: 3,
  cell: 'B3',
  cells: ['B3'],
  classes: 301,
  state: 'withdrawn',
  first: '2026-11',
  last: '2027-05',
  weekday: 2,
  people: 12,
  taken: 12,
  changedBy: '示例工作人员',
  months: 24,
  name: '示例社区',
  phone: '0371-00000000',
  mostADay: 3,
}
const boundary = [
  'INVALID_INPUT',
  'REQUEST_ID_REUSED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'TOO_MANY_REQUESTS',
  'UNAVAILABLE',
  'UNREACHABLE',
]
const cases = (Object.keys(contract) as OperationName[]).flatMap((operation) => {
  const codes = new Set([...Object.keys(contract[operation].refusals), ...boundary])
  return [...codes].map((code) => [operation, code] as const)
})

/** Limits that were reached. */
const held = { bookingId: 'nongye.b1', title: '零基础吉他' }
const GROUP = { of: 'group', most: 1, held: 1, ...held }
const COURSES = { of: 'centre', most: 2, held: 2, ...held }
const TIMES = { of: 'activity', most: 3, held: 3, ...held }

const STATES = ENTRY_STATES.map((state) => ({ state }))

const REASONS: Record<string, object[]> = {
  ENTRY_ENDED: STATES,
  NOT_WAITING: STATES,
  NOT_ELIGIBLE: [
    ...ELIGIBILITY_RULES.map((rule) => ({ rule })),
    ...[GROUP, COURSES, TIMES, { ...COURSES, title: '别的安排' }].map((limit) => ({
      ...{ limit, rule: limit.of === 'group' ? 'PARALLEL' : 'TERM_LIMIT' },
    })),
    { rule: 'ONLY_A_NEWER_SERVER_KNOWS' },
  ],
  TOO_LATE: [{ lateUntil: null }, { lateUntil: at }],
  NOTHING_ON: [{ nextAt: null }, { nextAt: at }],
  NOT_IN_LESSON: [{}, { title: null, startsAt: null }],
  ALREADY_CONTESTED: STRIKE_STATES.map((state) => ({ state })),
  NOT_CONTESTED: STRIKE_STATES.map((state) => ({ state })),
  NOT_IN_A_MESSAGE: ['link', 'phone'].map((what) => ({ what })),
  PHOTO_REFUSED: ['KIND', 'BROKEN', 'TOO_LARGE'].map((reason) => ({ reason })),
  INVITATION_OVER: ['accepted', 'expired', 'revoked'].map((why) => ({ why })),
  LAST_DIRECTOR: ['director', 'district'].map((role) => ({ role })),
  CASES_IN_HAND: [{ count: 1 }, { count: 12 }],
  FILE_REFUSED: ['EMPTY', 'TOO_LARGE', 'FILE_KIND'].map((reason) => ({ reason })),
}

/** The reasons of one refusal that each have words of their own. */
const facets = (code: string): object[] => REASONS[code] ?? [{}]

/** Casework has its own words for what every operation can answer: nothing of it is under “我的”. */
const outsideOf = (operation: OperationName) => {
  const isCommand = contract[operation].kind === 'command'
  if (/^(roles|audit)\./.test(operation)) return isCommand ? people.DOING : READING
  if (operation.startsWith('casework.')) return isCommand ? casework.DOING : casework.LOOKING
  return isCommand ? CHANGING : READING
}

const say = (operation: OperationName, code: string, more: object = {}) => {
  const failure = { ok: false, code, facts: { ...facts, ...more }, traceId: 't' } as Failure
  const outside = outsideOf(operation)
  return sentenceFor(tables[operation] as Wording<'seats.book'>, outside, failure, now)
}

it.each(cases)('%s says in plain words what %s means and what to do next', (operation, code) => {
  const said = facets(code).map((more) => say(operation, code, more))
  for (const text of said.flatMap((sentence) => Object.values(sentence) as string[])) {
    expect(text).toMatch(/[\u4e00-\u9fff]{2}/)
    expect(text).not.toMatch(/[！!]|undefined|null|NaN|[A-Z]{3}|服务器|系统|异常|失败|参数/)
  }
})

it.each(Object.entries(ballot.findingWords))('says in plain words what %s means', (_, said) => {
  for (const text of Object.values(said)) {
    expect(text).toMatch(/[\u4e00-\u9fff]{2}/)
    expect(text).not.toMatch(/[！!]|undefined|[A-Z]{3}|服务器|系统|异常|失败|参数/)
  }
})

it('says every reason for not being eligible', () => {
  const said = ELIGIBILITY_RULES.map((rule) => say('seats.book', 'NOT_ELIGIBLE', { rule }))
  expect(new Set(said.map(({ title }) => title)).size).toBe(ELIGIBILITY_RULES.length)
  expect(say('seats.book', 'NOT_ELIGIBLE', { rule: 'HOME_CENTRE', until: null }).next).toContain(
    '我的',
  )
})

it('says which limit is reached, and what to give back for another seat', () => {
  const limit = (rule: string, limited: object, more: object = {}) =>
    say('seats.book', 'NOT_ELIGIBLE', { rule, limit: limited, ...more })
  expect(limit('PARALLEL', GROUP)).toEqual({
    title: '这几个班只能报一个',
    next: '您这学期已经报了“零基础吉他”。想换到这一班，先退“零基础吉他”，再来报。',
  })
  expect(limit('TERM_LIMIT', COURSES)).toEqual({
    title: '每人每学期最多报 2 门课',
    next: '您这学期已经有 2 门。想上这一门，先退“零基础吉他”或者别的一门，再来报。',
  })
  expect(limit('TERM_LIMIT', TIMES).next).toBe(
    '您这学期已经报了 3 次。想换一次，先退一次，再来报。',
  )
  const others = { ...COURSES, bookingId: null, title: '别的安排' }
  expect(limit('TERM_LIMIT', others, { attendeeId: 'm-aaaaaaaaaaaaaaaa' }).next).toBe(
    '小满这学期已经有 2 门。想上这一门，请替小满报的人先退，再来报。',
  )
  expect(
    say('waitlist.accept', 'NOT_ELIGIBLE', { rule: 'TERM_LIMIT', limit: COURSES }).next,
  ).toContain('席位留着')
})

it('has words for a rule that only a newer server knows', () => {
  for (const operation of ['seats.book', 'waitlist.join', 'ballot.enter'] as const) {
    expect(say(operation, 'NOT_ELIGIBLE', { rule: 'NEW' }).title).toBe('这一班现在不能报')
  }
})

it('says until when whoever did not come too often waits, and what can be said about it', () => {
  expect(say('seats.book', 'NOT_ELIGIBLE', { rule: 'STRIKES' })).toEqual({
    title: '这一场要晚一点才能报',
    next:
      '这学期记满了 3 次没来，您从 12月1日 周二 09:00 起可以报。' +
      '记错了，或者有难处，在“我的”的“没来的记录”里点“有话说”。',
  })
})

it('says that a seat can be given back late, and what it counts', () => {
  const cancel = (lateUntil: string | null) => say('seats.cancel', 'TOO_LATE', { lateUntil }).next
  expect(cancel(at)).toContain('还能退，算半次没来')
  expect(cancel(null)).toContain('打电话跟中心说一声')
})

it('says when somebody who checks in too soon can come back', () => {
  expect(say('attendance.checkIn', 'NOTHING_ON', { nextAt: at }).next).toBe(
    '您在这儿的下一课是 12月1日 周二 09:00，提前 45 分钟就能签。',
  )
  expect(say('attendance.mark', 'TOO_EARLY').next).toBe('12月1日 周二 08:15 起可以点。')
})

it('says how many seats are left where they are too few, and that none is', () => {
  expect(say('seats.book', 'SOLD_OUT').title).toBe('只剩 1 席，不够一起报')
  expect(say('seats.book', 'SOLD_OUT', { left: undefined }).title).toBe('30 席都报满了')
})

it('names the one of the family that it is about, and nobody where it is about oneself', () => {
  const attendeeId = 'm-aaaaaaaaaaaaaaaa'
  const facts = { attendeeId, rule: 'AGE', ages: { min: 6, max: 10 } }
  expect(say('seats.book', 'CLASHES', facts)).toEqual({
    title: '小满那时候有事',
    next: '12月1日 周二 09:00–10:30 小满已经报了“社区大讲堂”。两个都要也可以。',
  })
  expect(say('seats.book', 'CLASHES', { ...facts, title: '别的安排' }).next).toContain(
    '小满有别的安排',
  )
  expect(say('seats.book', 'NOT_ELIGIBLE', facts)).toEqual({
    title: '小满岁数不合适',
    next: '按开课那天算，要 6–10 岁。换一位，或者看看别的课。没有占座。',
  })
  expect(say('seats.book', 'ALREADY_BOOKED', facts).title).toBe('小满早就报上了')
  expect(say('seats.book', 'NOT_FOUND', { ...facts, what: 'attendee' }).title).toBe(
    '小满不在家里人里了',
  )
  expect(say('seats.book', 'CLASHES').title).toBe('时间撞上了')
  expect(say('seats.book', 'ALREADY_BOOKED').title).toBe('这一席早就报上了')
})

it('says when it opens, with the time that is left', () => {
  expect(say('seats.book', 'NOT_OPEN_YET').next).toBe(
    '12月1日 周二 09:00 开放，还有 9 天，到时再来点一次。',
  )
})

it('says whether a request can have arrived when there is no network', () => {
  expect(say('seats.book', 'UNREACHABLE', { offline: true, sent: false }).title).toContain(
    '没有送出去',
  )
  expect(say('seats.book', 'UNREACHABLE', { offline: true, sent: true }).title).toContain(
    '还没等到回音',
  )
})

it('says that what a professional wrote is not lost, however sending fails', () => {
  for (const code of ['UNREACHABLE', 'UNAVAILABLE', 'TOO_MANY_REQUESTS', 'INVALID_INPUT']) {
    expect(say('casework.ask', code).next).toContain('写的都还在')
  }
  expect(say('casework.ask', 'UNREACHABLE', { offline: true, sent: false }).title).toContain(
    '没有送出去',
  )
})

it('never sends a professional to the bookings of a resident', () => {
  for (const code of boundary) {
    expect(Object.values(say('casework.list', code)).join()).not.toContain('报的名')
  }
})

it('has words even for a refusal that only a newer server knows', () => {
  expect(say('seats.book', 'SOMETHING_NEW').title).toBe('还没等到回音')
})
