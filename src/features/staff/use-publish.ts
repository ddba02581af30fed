import { useCallback, useEffect, useState } from 'react'
import type { Output } from '@/contract'
import { answers as known } from '@/gateway/answers/phone-answers'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { CHANGING, type OutsideWording, type Sentence, sentenceFor } from '../refusal-words'
import { useDraft } from '../use-draft'
import { type CellAnswer, type KeptAnswers, answersTo, withAnswers } from './answered-sheets'
import { answersOf } from './kept-answers'
import { READING_TABLE, previewPublishWords, publishImportWords } from './wording'

export type Previewed = Output<'staff.previewPublish'>
export type PreviewedClass = Previewed['classes'][number]
export type Published = Output<'staff.publishImport'>

const PUBLISHING: OutsideWording = {
  ...CHANGING,
  UNAVAILABLE: () => ({ title: '还没等到回音', next: '再点一次发布，不会发布两遍。' }),
  UNREACHABLE: () => ({ title: '还没等到回音', next: '看看网络，再点一次发布，不会发布两遍。' }),
}

interface Sent {
  centreId: string
  importId: string
  name: string
}

/** What was said of a class, or of all in its cell: B3 of B3#2. */
function answerTo({ answers }: KeptAnswers, cell: string): [string, CellAnswer] | null {
  const at = cell in answers ? cell : cell.replace(/#\d+$/, '')
  const said = answers[at]
  return said ? [at, said] : null
}

/** A sheet on its way to be published: what would happen, the answers, and then what happened. */
export function usePublish({ centreId, importId, name }: Sent) {
  const draft = answersOf(centreId)
  const kept = answersTo(useDraft(draft).draft, name)
  const [looked, setLooked] = useState<Previewed | null>(null)
  const [busy, setBusy] = useState<'looking' | 'publishing' | null>('looking')
  const [problem, setProblem] = useState<Sentence | null>(null)
  const [published, setPublished] = useState<Published | null>(null)

  const look = useCallback(
    async (said: KeptAnswers): Promise<void> => {
      setBusy('looking')
      const reply = await call('staff.previewPublish', { importId, ...said })
      setBusy(null)
      if (reply.ok) {
        setProblem(null)
        return setLooked(reply.value)
      }
      if (reply.code === 'UNKNOWN_CELL' && reply.facts.cell in said.answers) {
        // An answer to another sheet of the same name.
        const { [reply.facts.cell]: _gone, ...answers } = said.answers
        return look(keep({ ...said, answers }))
      }
      setProblem(sentenceFor(previewPublishWords, READING_TABLE, reply as Failure, serverNow()))
    },
    // oxlint-disable-next-line react/exhaustive-deps -- `keep` belongs to the same file
    [importId],
  )

  function keep<Said extends KeptAnswers | null>(said: Said): Said {
    const before = draft.state.getState().draft
    if (before) draft.change(withAnswers(before, name, said))
    draft.flush()
    return said
  }

  useEffect(() => {
    void draft.load().then(() => look(answersTo(draft.state.getState().draft, name)))
  }, [look, draft, name])

  return {
    ...{ looked, kept, busy, problem, published },
    again: () => look(kept),
    answer: (cell: string, part: CellAnswer) => {
      const before = kept.answers[cell] ?? {}
      const right = [...new Set([...(before.right ?? []), ...(part.right ?? [])])]
      const said = { ...before, ...part, ...(right.length > 0 && { right }) }
      void look(keep({ ...kept, answers: { ...kept.answers, [cell]: said } }))
    },
    answerAll: (part: KeptAnswers['defaults']) =>
      void look(keep({ ...kept, defaults: { ...kept.defaults, ...part } })),
    /** Staff said that it is not to be published. */
    isSkipped: (cell: string) => answerTo(kept, cell)?.[1].skip === true,
    /** It is to be published after all. */
    unskip: (cell: string) => {
      const [at, { skip: _skip, ...rest }] = answerTo(kept, cell) ?? [cell, {}]
      const { [at]: _gone, ...others } = kept.answers
      const answers = Object.keys(rest).length > 0 ? { ...others, [at]: rest } : others
      void look(keep({ ...kept, answers }))
    },
    publish: async (reason: string, cancel: readonly string[]): Promise<void> => {
      if (busy || !looked) return
      setBusy('publishing')
      setProblem(null)
      const seen = Object.fromEntries(
        looked.classes.flatMap(({ stands }) =>
          stands ? [[stands.activityId, stands.version]] : [],
        ),
      )
      const why = reason.trim()
      const said = { importId, ...kept, seen, cancel: [...cancel], ...(why && { reason: why }) }
      const reply = await call('staff.publishImport', said)
      known.outdate(['activities.get', 'activities.list', 'calendar.list'])
      setBusy(null)
      if (reply.ok) {
        keep(null)
        return setPublished(reply.value)
      }
      if (reply.code === 'CHANGED_MEANWHILE') await look(kept)
      setProblem(sentenceFor(publishImportWords, PUBLISHING, reply as Failure, serverNow()))
    },
  }
}

export type Publishing = ReturnType<typeof usePublish>
