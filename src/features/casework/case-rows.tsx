import { Row, Rows } from '@/ui/row/row'
import type { CaseRow } from './case-words'

interface CaseRowsProps {
  label: string
  rows: readonly CaseRow[]
  onOpen: (consultationId: string) => void
}

/** Consultations in a list: when and how each stands, never what it is about. */
export function CaseRows({ label, rows, onOpen }: CaseRowsProps) {
  return (
    <Rows label={label}>
      {rows.map(({ consultationId, title, note, tag, label: sentence }) => (
        <Row
          key={consultationId}
          title={title}
          note={note}
          tag={tag ?? undefined}
          label={sentence}
          onTap={() => onOpen(consultationId)}
        />
      ))}
    </Rows>
  )
}
