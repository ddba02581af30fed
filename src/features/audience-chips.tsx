import { type Audience, AUDIENCES } from '@/domain/calendar/programme'
import { AUDIENCE_NAMES } from '@/domain/calendar/seal'
import { Chip, ChipRow } from '@/ui/chip/chip'

/** 大家 is what everybody may come to: the chip 全部 shows it with all the rest. */
const OFFERED = AUDIENCES.filter((audience) => audience !== 'everyone')

interface AudienceChipsProps {
  value: Audience | null
  onChange: (audience: Audience | null) => void
}

/** Whom it is for: 全部 一小 一老 青壮 骑手 党员. */
export function AudienceChips({ value, onChange }: AudienceChipsProps) {
  return (
    <ChipRow label="给谁的">
      <Chip selected={value === null} onTap={() => onChange(null)}>
        全部
      </Chip>
      {OFFERED.map((audience) => (
        <Chip key={audience} selected={value === audience} onTap={() => onChange(audience)}>
          {AUDIENCE_NAMES[audience]}
        </Chip>
      ))}
    </ChipRow>
  )
}
