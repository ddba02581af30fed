import { MATTER_KINDS } from '@/domain/consultation/consultation'
import { MATTER_NAMES } from '@/domain/consultation/words'
import { Tiles } from '@/ui/tile/tile'
import { FormPart, type PartProps } from './form-part'

const OPTIONS = MATTER_KINDS.map((value) => ({ value, label: MATTER_NAMES[value] }))

/** What it is about: nine tiles. */
export function KindPart({ draft, onChange, first }: PartProps) {
  return (
    <FormPart first={first} title="想问哪方面的事？" note="选一个最近的就行，见面时可以再说。">
      <Tiles
        label="哪方面的事"
        options={OPTIONS}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
      />
    </FormPart>
  )
}
