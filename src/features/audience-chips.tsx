import { type Audience, AUDIENCES } from '@/domain/calendar/programme'
import { AUDIENCE_NAMES } from '@/domain/calendar/seal'
import { FilterChips } from './filter-chips'

/** What is for everybody is under 全部 with all the rest, so it has no chip of its own. */
const OPTIONS = AUDIENCES.filter((audience) => audience !== 'everyone').map((value) => ({
  value,
  label: AUDIENCE_NAMES[value],
}))

interface AudienceChipsProps {
  value: Audience | null
  onChange: (audience: Audience | null) => void
}

/** Whom it is for: 全部 一小 一老 青壮 骑手 党员. */
export function AudienceChips(props: AudienceChipsProps) {
  return <FilterChips<Audience> label="给谁的" all="全部" options={OPTIONS} {...props} />
}
