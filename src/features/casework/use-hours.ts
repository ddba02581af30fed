import { useEffect, useState } from 'react'
import type { SealedService } from '@/domain/consultation/consultation'
import { addMonths } from '@/domain/time/date'
import { monthInWords } from '@/domain/time/words'
import { call } from '@/gateway/call/call'
import { serverNow } from '@/gateway/clock'
import { sentenceFor } from '../refusal-words'
import { draftOf, type HoursDraft, hoursOf, NEW_HOURS, publishedInWords } from './hours-draft'
import type { Told } from './told-note'
import { useTyped } from '../use-typed'
import { useAsked } from './use-asked'
import { DOING, LOOKING, officeHoursWords, publishHoursWords } from './wording'

interface HoursOf {
  centreId: string
  service: SealedService
  month: string
}

/** The hours of one month while they are set, and their publishing. */
export function useHours({ centreId, service, month }: HoursOf) {
  const answer = useAsked({
    operation: 'casework.officeHours',
    input: { centreId, service, month },
  })
  const name = `hours ${centreId} ${service} ${month}`
  const [draft, setDraft] = useTyped<HoursDraft>(name, NEW_HOURS)
  /** Changed since it was read; what the server says later does not overwrite it. */
  const [touched, setTouched] = useTyped(`${name} touched`, false)
  const [busy, setBusy] = useState<'publishing' | 'copying' | null>(null)
  const [told, setTold] = useState<Told | null>(null)

  const known = answer.value
  useEffect(() => setTold(null), [centreId, service, month])
  useEffect(() => {
    if (known && !touched) setDraft(draftOf(known.hours, month))
  }, [known, touched, month, setDraft])

  const change = (next: Partial<HoursDraft>): void => {
    setTouched(true)
    setTold(null)
    setDraft((before) => ({ ...before, ...next }))
  }
  const copyBefore = async (): Promise<void> => {
    setBusy('copying')
    const before = addMonths(month, -1)
    const reply = await call('casework.officeHours', { centreId, service, month: before })
    setBusy(null)
    if (!reply.ok) {
      return setTold({ ok: false, ...sentenceFor(officeHoursWords, LOOKING, reply, serverNow()) })
    }
    if (reply.value.hours === null) {
      return setTold({ ok: false, title: '上个月没有发布过', next: '在格子里点出每周的时间就好。' })
    }
    change({ ...draftOf(reply.value.hours, month), blocked: [] })
    setTold({ ok: true, title: '照上个月填好了', next: '看一眼，改完再发布。' })
  }
  const publish = async (): Promise<void> => {
    if (busy) return
    setBusy('publishing')
    setTold(null)
    const input = { centreId, service, month, hours: hoursOf(draft) }
    const reply = await call('casework.publishHours', input)
    setBusy(null)
    if (!reply.ok) {
      return setTold({ ok: false, ...sentenceFor(publishHoursWords, DOING, reply, serverNow()) })
    }
    setTold({
      ok: true,
      title: `${monthInWords(month)}发布好了`,
      next: publishedInWords(reply.value),
    })
    await answer.refresh()
    setTouched(false)
  }
  return { answer, draft, change, busy, told, copyBefore, publish, touched }
}
