import { View } from '@tarojs/components'
import { type Facilities, type Facility } from '@/domain/stations/facility'
import { Button } from '@/ui/button/button'
import { Chip } from '@/ui/chip/chip'
import { Choice } from '@/ui/choice/choice'
import { Sheet } from '@/ui/sheet/sheet'
import { TextArea } from '@/ui/text-area/text-area'
import { COMPLAINTS, type Complaint } from './report-words'
import { SaidNote } from './said-note'
import { facilitiesOf } from './station-words'
import type { Said } from './use-telling'
import './report-sheet.css'

/** What somebody is about to say; kept while the sheet is closed and when sending fails. */
export interface Draft {
  kind: Complaint | null
  facility: Facility | null
  note: string
}

export const EMPTY_DRAFT: Draft = { kind: null, facility: null, note: '' }
const NOTE_LENGTH = 100

interface ReportSheetProps {
  open: boolean
  facilities: Facilities
  draft: Draft
  onDraft: (draft: Draft) => void
  busy: boolean
  /** Why the last sending failed. */
  problem: Said | null
  onSend: () => void
  onClose: () => void
}

/** 说一声: what is wrong, with which thing, and a line if somebody likes to write one. */
export function ReportSheet(props: ReportSheetProps) {
  const { open, facilities, draft, onDraft, busy, problem } = props
  const { kind, facility, note } = draft
  const list = facilitiesOf(facilities)
  const complaints = COMPLAINTS.filter(({ value }) => value !== 'broken' || list.length > 0)
  const ready = kind !== null && (kind !== 'broken' || facility !== null)
  return (
    <Sheet open={open} title="说一声" onClose={props.onClose}>
      <Choice
        label="怎么了"
        options={complaints}
        value={kind}
        onChange={(next) => onDraft({ ...draft, kind: next })}
      />
      {kind === 'broken' ? (
        <View className="report-things">
          {list.map(({ facility: one, name }) => (
            <Chip
              key={one}
              selected={one === facility}
              label={`${name}坏了`}
              onTap={() => onDraft({ ...draft, facility: one })}
            >
              {name}
            </Chip>
          ))}
        </View>
      ) : null}
      <View className="report-note">
        <TextArea
          label="多说一句（可以不写）"
          value={note}
          maxLength={NOTE_LENGTH}
          placeholder="别写电话和名字"
          onChange={(text) => onDraft({ ...draft, note: text })}
        />
      </View>
      <SaidNote said={problem} />
      <View className="report-send">
        <Button block busy={busy} disabled={!ready} onTap={props.onSend}>
          {kind === 'broken' && facility === null ? '先点是哪一样' : '告诉大家'}
        </Button>
      </View>
    </Sheet>
  )
}
