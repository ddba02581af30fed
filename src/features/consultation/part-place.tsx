import { View } from '@tarojs/components'
import { LIMITS } from '@/domain/consultation/consultation'
import { TextArea } from '@/ui/text-area/text-area'
import { TextField } from '@/ui/text-field/text-field'
import { Tick } from '@/ui/tick/tick'
import { FormPart, type PartProps } from './form-part'
import './part-place.css'

interface PlacePartProps extends PartProps {
  /** Whether it can still be said that it cannot wait. */
  urgency?: boolean
}

/** For a mediation: where it is, what would settle it, and whether it cannot wait. */
export function PlacePart({ draft, onChange, first, urgency = true }: PlacePartProps) {
  return (
    <FormPart first={first} title="在哪儿的事（可以不写）" note="调解员好去看一看，找得到人。">
      <TextField
        label="楼院"
        value={draft.building}
        maxLength={LIMITS.building}
        placeholder="3 号院 2 号楼"
        onChange={(building) => onChange({ building })}
      />
      <View className="place-wishes">
        <TextArea
          label="希望怎么解决（可以不写）"
          value={draft.wishes}
          maxLength={LIMITS.wishes}
          onChange={(wishes) => onChange({ wishes })}
        />
      </View>
      {urgency ? (
        <Tick
          on={draft.urgent}
          onChange={(urgent) => onChange({ urgent })}
          title="这事等不得"
          note="一个工作日里会有人接。有人受伤、动手，先打 110。"
        />
      ) : null}
    </FormPart>
  )
}
