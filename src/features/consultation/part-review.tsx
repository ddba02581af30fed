import { View } from '@tarojs/components'
import { CONFIDENTIALITY_RULES, type SealedService } from '@/domain/consultation/consultation'
import { CHANNEL_NAMES, MATTER_NAMES } from '@/domain/consultation/words'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { type Fact, Facts } from '@/ui/facts/facts'
import { LockNote } from '@/ui/lock-note/lock-note'
import { Tick } from '@/ui/tick/tick'
import { contactOf, type Draft, partiesOf } from './draft'
import { FormPart, type PartProps } from './form-part'
import type { Part } from './steps'
import { slotInWords } from './times'
import { WHO } from './words'
import './part-review.css'

interface ReviewPartProps extends PartProps {
  service: SealedService
  now: number
  /** Goes to the question that an answer belongs to. */
  onPart: (part: Part) => void
  onRules: () => void
}

/** All of it once more, who will read it, and the consent. */
export function ReviewPart(props: ReviewPartProps) {
  const { draft, onChange, service, first } = props
  const who = WHO[service]
  return (
    <FormPart first={first} title="看一遍，再送出" note="点哪一行就回去改哪一行。">
      <Card>
        <Facts items={factsOf(props)} />
      </Card>
      <LockNote>
        {`写下的话和附件加密保存。只有接待您的${who}和您自己能看，中心的人也看不到。每次打开都有记录，您能看见。结束 180 天后销毁。`}
      </LockNote>
      <Tick
        on={draft.agreed === CONFIDENTIALITY_RULES}
        onChange={(on) => onChange({ agreed: on ? CONFIDENTIALITY_RULES : null })}
        title="我看过保密的规矩，同意这样用"
        note="只用来办这一件事。不同意就不送，别的都照常能用。"
      />
      <View className="review-rules">
        <Button kind="quiet" block onTap={props.onRules}>
          看保密的规矩
        </Button>
      </View>
    </FormPart>
  )
}

function factsOf({ draft, service, now, onPart }: ReviewPartProps): Fact[] {
  const { kind, text, building, urgent, files, time } = draft
  const contact = contactOf(draft)
  const parties = partiesOf(draft)
  const place = [building, urgent ? '等不得' : ''].filter(Boolean).join('，')
  return [
    {
      icon: 'book',
      title: kind ? MATTER_NAMES[kind] : '还没选方面',
      note: text.trim() || '没有写，见面再说',
      label: '改哪方面的事和说的话',
      onTap: () => onPart('kind'),
    },
    ...(files.length > 0
      ? [
          {
            icon: 'bag' as const,
            title: `附件 ${files.length} 个`,
            note: files.map(({ name }) => name).join('，'),
            label: '改附件',
            onTap: () => onPart('files'),
          },
        ]
      : []),
    {
      icon: 'people',
      title: parties.length > 0 ? `对方：${parties.join('、')}` : '没有写对方',
      label: '改对方',
      onTap: () => onPart('others'),
    },
    ...(service === 'mediation' && place
      ? [{ icon: 'pin' as const, title: place, label: '改楼院', onTap: () => onPart('place') }]
      : []),
    {
      icon: 'me',
      title: `${contact.name}，${CHANNEL_NAMES[contact.channel]}`,
      note: contact.reach || undefined,
      label: '改称呼和怎么谈',
      onTap: () => onPart('name'),
    },
    {
      icon: 'clock',
      title: timeInWords(time, now),
      note: time !== null && time !== 'wait' ? time.place : undefined,
      label: '改时间',
      onTap: () => onPart('time'),
    },
  ]
}

function timeInWords(time: Draft['time'], now: number): string {
  if (time === null) return '还没选时间'
  return time === 'wait' ? '等中心安排时间' : slotInWords(time, now)
}
