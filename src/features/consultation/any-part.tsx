import type { SealedService } from '@/domain/consultation/consultation'
import type { Answered } from '../use-answer'
import type { PartProps } from './form-part'
import { ChannelPart, NamePart } from './part-contact'
import { FilesPart } from './part-files'
import { KindPart } from './part-kind'
import { OthersPart } from './part-others'
import { PlacePart } from './part-place'
import { ReviewPart } from './part-review'
import { StoryPart } from './part-story'
import { TimePart } from './part-time'
import type { Part } from './steps'

interface AnyPartProps extends PartProps {
  part: Part
  service: SealedService
  slots: Answered<'consultation.slots'>
  /** Whether this phone keeps the draft. */
  kept: boolean
  /** Milliseconds since the epoch. */
  now: number
  /** Goes to the question that an answer belongs to. */
  onPart: (part: Part) => void
  onRules: () => void
}

/** One question of the form, whichever it is. */
export function AnyPart(props: AnyPartProps) {
  const { part, draft, onChange, first, service, now } = props
  const body = { draft, onChange, first }
  switch (part) {
    case 'kind':
      return <KindPart {...body} />
    case 'story':
      return <StoryPart {...body} kept={props.kept} />
    case 'files':
      return <FilesPart {...body} />
    case 'others':
      return <OthersPart {...body} />
    case 'place':
      return <PlacePart {...body} />
    case 'name':
      return <NamePart {...body} />
    case 'channel':
      return <ChannelPart {...body} />
    case 'time':
      return (
        <TimePart
          title="什么时间方便？"
          wait="有人接了，会给您提一个时间。"
          channel={draft.channel}
          time={draft.time}
          onTime={(time) => onChange({ time })}
          slots={props.slots}
          first={first}
          now={now}
        />
      )
    case 'review':
      return (
        <ReviewPart
          {...body}
          service={service}
          now={now}
          onPart={props.onPart}
          onRules={props.onRules}
        />
      )
  }
}
