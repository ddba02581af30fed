import { useState } from 'react'
import { type Draft, EMPTY_DRAFT } from './report-sheet'
import { plainLine } from '../plain-text'
import { thanksFor } from './report-words'
import { useTelling } from './use-telling'
import { confirmWords, reportWords } from './wording'
import type { Station } from './station-view'

/** What was begun and not sent, by station, for as long as the app runs. */
const drafts: Record<string, Draft> = {}

interface ReportOptions {
  stationId: string
  /** Nobody is known yet: asks who it is, and does it again once somebody is. */
  onSignIn: (again: () => void) => void
  /** What a word made of the station. */
  onTold: (told: Pick<Station, 'facilities' | 'lastConfirmed' | 'doubt'>) => void
}

/** Confirming and reporting from a station's page. */
export function useReport({ stationId, onSignIn, onTold }: ReportOptions) {
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState<Draft>(drafts[stationId] ?? EMPTY_DRAFT)
  const confirming = useTelling({
    operation: 'stations.confirm',
    words: confirmWords,
    onSignIn: () => onSignIn(() => void confirm()),
  })
  const reporting = useTelling({
    operation: 'stations.report',
    words: reportWords,
    onSignIn: () => onSignIn(() => void send()),
  })

  const change = (next: Draft): void => {
    drafts[stationId] = next
    setDraft(next)
  }
  async function confirm(): Promise<void> {
    reporting.forget()
    const told = await confirming.tell({ stationId }, (value) => thanksFor('fine', null, value))
    if (told) onTold(told)
  }
  async function send(): Promise<void> {
    const { kind } = draft
    if (kind === null) return
    confirming.forget()
    const facility = kind === 'broken' ? draft.facility : null
    const note = plainLine(draft.note) || undefined
    const input = { stationId, kind, ...(facility ? { facility } : {}), ...(note ? { note } : {}) }
    const told = await reporting.tell(input, (value) => thanksFor(kind, facility, value))
    if (!told) return
    change(EMPTY_DRAFT)
    setOpen(false)
    onTold(told)
  }
  const { said } = reporting
  return {
    confirm,
    confirming: confirming.busy,
    /** What to say on the page; a failed report is said in its sheet. */
    said: confirming.said ?? (said?.ok ? said : null),
    sheet: {
      open,
      draft,
      onDraft: change,
      busy: reporting.busy,
      problem: said && !said.ok ? said : null,
      onSend: () => void send(),
      onClose: () => setOpen(false),
    },
    onReport: () => {
      confirming.forget()
      reporting.forget()
      setOpen(true)
    },
  }
}
