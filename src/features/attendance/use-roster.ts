import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Mark } from '@/domain/attendance/mark'
import type { ShownCode } from '@/domain/attendance/shown-code'
import { toInstantText } from '@/domain/time/instant'
import type { Question } from '@/gateway/answers/answers'
import type { Failure } from '@/gateway/call/wire'
import { outbox } from '@/gateway/call/phone-outbox'
import { serverNow } from '@/gateway/clock'
import { sentenceFor } from '../refusal-words'
import { useAnswer } from '../use-answer'
import { useOnceSent } from './use-once-sent'
import { broughtByCode, type Listed, unsentOf, withUnsent } from './roster'
import { keptScanInWords, type ScanSaid, scannedInWords } from './scan-words'
import { AT_DOOR, scanWords } from './wording'

/** Nobody stands at a door longer than this for an answer; what is kept gets through by itself. */
const PATIENCE_MS = 4_000
const LATER = ['UNREACHABLE', 'UNAVAILABLE', 'TOO_MANY_REQUESTS']

function rosterOf(occurrenceId: string): Question<'attendance.roster'> {
  return {
    operation: 'attendance.roster',
    input: { occurrenceId },
    copy: 'private',
    join: (before, next) => ({ ...next, attendees: [...before.attendees, ...next.attendees] }),
  }
}

/**
 * Who holds a seat in a lesson, from the phone first, with what it has marked and not sent yet. Null
 * asks nothing.
 */
export function useRoster(asked: string | null) {
  const answer = useAnswer(asked === null ? null : rosterOf(asked))
  const occurrenceId = asked ?? ''
  const { kept, sent } = useStore(outbox.state)
  const { value, refresh } = answer
  const unsent = useMemo(() => unsentOf(occurrenceId, kept), [occurrenceId, kept])
  const listed = useMemo((): Listed[] => {
    if (!value) return []
    const got = unsentOf(
      occurrenceId,
      sent.map(({ intent }) => intent),
    )
    const marked = withUnsent(value.attendees, value, got).map((one) => ({ ...one, unsent: false }))
    return withUnsent(marked, value, unsent)
  }, [value, occurrenceId, unsent, sent])
  useOnceSent(unsent.length, refresh)

  const mark = (attendeeKey: string, to: Mark | null): void => {
    const seenAt = toInstantText(serverNow())
    void outbox.keep('attendance.mark', { occurrenceId, attendeeKey, mark: to, seenAt })
  }
  const scan = async ({ checkInCode, oneTimeCode }: ShownCode): Promise<ScanSaid> => {
    const reply = await outbox.send(
      'attendance.scan',
      { occurrenceId, checkInCode, oneTimeCode, scannedAt: toInstantText(serverNow()) },
      PATIENCE_MS,
    )
    if (reply.ok) return scannedInWords(reply.value)
    if (LATER.includes(reply.code)) return keptScanInWords(broughtByCode(listed, checkInCode))
    return { ok: false, ...sentenceFor(scanWords, AT_DOOR, reply as Failure, serverNow()) }
  }
  return { answer, listed, unsent: unsent.length, mark, scan }
}
