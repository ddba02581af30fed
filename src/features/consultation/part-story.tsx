import { View } from '@tarojs/components'
import { LIMITS } from '@/domain/consultation/consultation'
import { TextArea } from '@/ui/text-area/text-area'
import { FormPart, type PartProps } from './form-part'
import './part-story.css'

interface StoryPartProps extends PartProps {
  /** Whether this phone keeps the draft. */
  kept: boolean
}

/** What happened, in somebody's own words, or nothing at all. */
export function StoryPart({ draft, onChange, first, kept }: StoryPartProps) {
  return (
    <FormPart first={first} title="简单说说（可以不写）">
      <View className="story">
        <TextArea
          label="简单说说"
          value={draft.text}
          maxLength={LIMITS.text}
          placeholder="不想打字，点键盘上的话筒，说就行"
          onChange={(text) => onChange({ text })}
        />
        <View className="note story-kept">
          {kept ? '草稿只存在这部手机里' : '这部手机留不住草稿，请一次写完'}
        </View>
      </View>
    </FormPart>
  )
}
