import { View } from '@tarojs/components'
import { useAppearance } from '@/ui/appearance'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Icon } from '@/ui/icon/icon'
import { Section } from '@/ui/section/section'
import { Tap } from '@/ui/tap/tap'
import { type Candidate, type Deed, namesInWords, togetherInWords } from './attendees'
import './attendee-choice.css'

interface AttendeeChoiceProps {
  candidates: readonly Candidate[]
  chosen: readonly Candidate[]
  onToggle: (attendeeId: string) => void
  /** Opens the choice on a sheet of its own (大字). */
  onOpen: () => void
  onAdd: () => void
  deed: Deed
}

/** 给谁报名: oneself and the family, one or several; whoever cannot is shown with the reason. */
export function AttendeeChoice(props: AttendeeChoiceProps) {
  const { candidates, chosen, deed } = props
  const large = useAppearance(({ scale }) => scale) === 'large'
  const together = togetherInWords(chosen, deed)
  return (
    <Section title={deed.title}>
      {large ? (
        <View className="attendees-acts">
          <Button kind="ghost" block icon="people" onTap={props.onOpen}>
            {chosen.length > 0 ? namesInWords(chosen) : deed.choose}
          </Button>
          <Button kind="quiet" block onTap={props.onAdd}>
            ＋ 添家人
          </Button>
        </View>
      ) : (
        <AttendeeChips {...props} />
      )}
      {large
        ? null
        : candidates
            .filter(({ why }) => why !== null)
            .map((one) => (
              <View key={one.attendeeId} className="note attendees-note number">
                {`${one.name ?? '我'}：${one.why}`}
              </View>
            ))}
      {together ? <View className="note attendees-note">{together}</View> : null}
    </Section>
  )
}

function AttendeeChips({ candidates, chosen, onToggle, onAdd, deed }: AttendeeChoiceProps) {
  return (
    <View className="attendees" {...aria({ role: 'group', label: deed.title })}>
      {candidates.map((one) => {
        const { attendeeId, name, age, why } = one
        const on = chosen.includes(one)
        const face = [name ?? '我自己', age].filter(Boolean).join(' · ')
        return (
          <Tap
            key={attendeeId}
            role="checkbox"
            className={`attendee${on ? ' attendee-on' : why ? ' attendee-off' : ''}`}
            pressed={on}
            disabled={why !== null}
            label={why ? `${face}，${why}` : face}
            onTap={() => onToggle(attendeeId)}
          >
            {on ? <Icon name="check" size={16} /> : null}
            {face}
          </Tap>
        )
      })}
      <Tap className="attendee attendee-add" onTap={onAdd}>
        ＋ 添家人
      </Tap>
    </View>
  )
}
