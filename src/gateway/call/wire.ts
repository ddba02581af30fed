import type { Answer, Contract, OperationName } from '@/contract'

export type { Answer, Input, OperationName, Output } from '@/contract'

/** The operations that change something and therefore carry a requestId. */
export type CommandName = {
  [N in OperationName]: Contract[N]['kind'] extends 'command' ? N : never
}[OperationName]

/** Made by the gateway alone: no answer came. Whether the request arrived is not known. */
export interface Unreachable {
  ok: false
  code: 'UNREACHABLE'
  /** `offline`: the phone itself has no network; `sent`: at least one try left the phone. */
  facts: { offline: boolean; sent: boolean }
  traceId: string
}

export type Reply<N extends OperationName> = Answer<N> | Unreachable
/** Everything that can come back of these operations but a value. */
export type Failure<N extends OperationName = OperationName> = N extends OperationName
  ? Exclude<Reply<N>, { ok: true }>
  : never

/** What goes over the wire; the same on every host. */
export interface WireRequest {
  operation: string
  input: unknown
  client: string
  requestId?: string
  /** It was sent before, and no answer came. */
  again?: boolean
}

/** What came back from one try. `serverTime` is in milliseconds since the epoch. */
export type Arrival =
  | { kind: 'answer'; body: unknown; serverTime?: number }
  | { kind: 'lost'; reason: 'TIMEOUT' | 'NETWORK' }

/** One try, at most `timeoutMs` long. It never rejects. */
export type Transport = (request: WireRequest, timeoutMs: number) => Promise<Arrival>

/** `private`: its input must not stand on the phone as it is (see Caller). */
export const COMMANDS: Record<CommandName, true | 'private'> = {
  'centres.open': true,
  'seats.book': true,
  'seats.cancel': true,
  'seats.bookFor': true,
  'family.save': true,
  'family.remove': true,
  'family.code': true,
  'family.link': true,
  'queue.call': true,
  'queue.mark': true,
  'attendance.checkIn': true,
  'attendance.scan': true,
  'attendance.mark': true,
  'attendance.makePoster': true,
  'attendance.contest': true,
  'attendance.settle': true,
  'lessons.excuse': true,
  'lessons.unexcuse': true,
  'lessons.move': true,
  'lessons.cancel': true,
  'alerts.accept': true,
  'notices.read': true,
  'programme.save': true,
  'programme.publish': true,
  'programme.discard': true,
  'programme.postpone': true,
  'programme.cancel': true,
  'programme.setCover': true,
  'notices.send': true,
  'ballot.enter': true,
  'ballot.leave': true,
  'ballot.announce': true,
  'ballot.publishNumber': true,
  'waitlist.join': true,
  'waitlist.leave': true,
  'waitlist.accept': true,
  'waitlist.moveUp': true,
  'limits.set': true,
  'stations.report': true,
  'stations.confirm': true,
  'stations.settle': true,
  'stations.import': true,
  'stations.setPhoto': true,
  // A file's name may tell what it is about.
  'files.begin': 'private',
  'files.receive': true,
  'consultation.request': 'private',
  'consultation.amend': 'private',
  'consultation.withdraw': 'private',
  'consultation.reschedule': 'private',
  'consultation.rate': 'private',
  'consultation.sendFeedback': 'private',
  'casework.accept': 'private',
  'casework.decline': 'private',
  'casework.ask': 'private',
  'casework.propose': 'private',
  'casework.close': 'private',
  'casework.handOver': 'private',
  'casework.assign': 'private',
  'casework.answerFeedback': 'private',
  'casework.publishHours': 'private',
  // What is to be told once is told to whoever asked for it, and to nobody who finds the phone later.
  'roles.invite': 'private',
  'roles.revokeInvitation': true,
  'roles.accept': true,
  'roles.remove': true,
  // A code is good for three minutes: asked about later it would say nothing.
  'devices.look': 'private',
  'devices.approve': 'private',
  'devices.refuse': 'private',
  'devices.revoke': true,
  'devices.revokeAll': true,
  'devices.signOut': true,
  'staff.publishImport': true,
  'me.update': true,
  // Nobody is to make an address behind a person's back and show it to nobody.
  'me.makeCalendarAddress': 'private',
  'me.revokeCalendarAddress': true,
  // Asked again days later it would erase somebody who has begun anew.
  'me.erase': 'private',
}
