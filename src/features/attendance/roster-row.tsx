import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Tag } from '@/ui/tag/tag'
import { focusSoon } from '@/ui/keys/arrow-keys'
import { Tap } from '@/ui/tap/tap'
import { MARK_TAGS } from './mark-words'
import { type Listed, nameOf, noteOf } from './roster'
import './roster-row.css'

interface RosterRowProps {
  attendee: Listed
  /** Nothing can be marked now. */
  still: boolean
  onThere: () => void
  /** Asks what else can be said of them. */
  onMore: () => void
}

/** One name of the roster: one tap says that they are there, the name opens the rest. */
export function RosterRow({ attendee, still, onThere, onMore }: RosterRowProps) {
  const id = `roster-${attendee.attendeeKey}`
  const name = nameOf(attendee)
  const note = noteOf(attendee)
  const tag = attendee.mark ? MARK_TAGS[attendee.mark] : null
  const sentence = [name, note, tag?.text ?? '还没到'].filter(Boolean).join('，')
  const words = (
    <>
      <View className="roster-name">{name}</View>
      {note ? <View className="note number">{note}</View> : null}
    </>
  )
  return (
    <View className="roster-row" {...aria({ role: 'listitem' })}>
      {still ? (
        <View className="roster-words" {...aria({ label: sentence })}>
          {words}
        </View>
      ) : (
        <Tap id={id} className="roster-words" label={`${sentence}，改`} onTap={onMore}>
          {words}
        </Tap>
      )}
      {tag ? (
        <Tag tone={tag.tone}>{tag.text}</Tag>
      ) : still ? null : (
        <Button
          kind="ghost"
          label={`${name}到了`}
          onTap={() => {
            onThere()
            // The button goes; whoever marks by the keyboard stays in the row.
            focusSoon(id)
          }}
        >
          到了
        </Button>
      )}
    </View>
  )
}
