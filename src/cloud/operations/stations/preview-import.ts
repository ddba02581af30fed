import type { Output } from '@/contract'
import type { Handler } from '@/cloud/handler'
import type { Preview } from '@/cloud/stations-import/preview'
import { changesInWords, contentInWords } from '@/cloud/stations-import/preview-in-words'
import { countsOf, previewSent } from './sent-list'

/** Nobody reads more lines than this; the counts say how many there are. */
const LINES = 200
const ROWS_OF_A_WORD = 5

/** What a list of stations that staff sent would change. */
export const previewImport: Handler<'stations.previewImport'> = async (call) => {
  const { store, clock } = call.dependencies
  const sent = await previewSent(store, call.actor.personId!, call.input, clock.now())
  return 'refusal' in sent ? { refusal: sent.refusal } : { value: onTheWire(sent.preview) }
}

function onTheWire(preview: Preview): Output<'stations.previewImport'> {
  const { plan, errors, sheet, datum, datumSource } = preview
  const lines = <Row, Line>(rows: readonly Row[], line: (row: Row) => Line): Line[] =>
    rows.slice(0, LINES).map(line)
  return {
    ...{ sheet, datum, datumSource },
    counts: countsOf(plan, errors),
    added: lines(plan.added, ({ draft, content }) => ({
      row: draft.row,
      name: content.name,
      what: contentInWords(content).join(' · '),
    })),
    changed: lines(plan.changed, ({ draft, known, fields, content }) => ({
      row: draft.row,
      name: known.name,
      what: changesInWords(fields, known, content),
    })),
    takenOff: lines(plan.takenOff, ({ draft, content }) => ({
      row: draft.row,
      name: content.name,
      what: content.address,
    })),
    missing: lines(plan.missing, ({ name, address }) => ({ name, what: address })),
    errors: lines(errors, ({ row, column, problem, read }) => ({ row, column, problem, read })),
    unknownWords: lines([...preview.unknownWords], ([word, rows]) => ({
      word,
      rows: rows.slice(0, ROWS_OF_A_WORD),
    })),
    unreadColumns: lines(preview.unread, (title) => title),
  }
}
