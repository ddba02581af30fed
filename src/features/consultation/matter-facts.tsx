import { View } from '@tarojs/components'
import { CHANNEL_NAMES, MATTER_NAMES } from '@/domain/consultation/words'
import type { Output } from '@/contract'
import { Facts, type Fact } from '@/ui/facts/facts'
import { sizeInWords } from './files'
import './matter-facts.css'

type Content = NonNullable<Output<'consultation.get'>['content']>
export type Attachment = Content['attachments'][number]

interface MatterFactsProps {
  content: Content
  /** The attachment that is being fetched. */
  opening: string | null
  onAttachment: (attachment: Attachment) => void
}

/** What I wrote, as only I and whoever takes it can read it. */
export function MatterFacts({ content, opening, onAttachment }: MatterFactsProps) {
  const { matter, contact, attachments } = content
  const items: Fact[] = [
    { icon: 'book', title: MATTER_NAMES[matter.kind], note: matter.text || '没有写，见面再说' },
    ...(matter.wishes ? [{ icon: 'info' as const, title: `希望：${matter.wishes}` }] : []),
    ...(matter.otherParties.length > 0
      ? [{ icon: 'people' as const, title: `对方：${matter.otherParties.join('、')}` }]
      : []),
    ...(matter.building ? [{ icon: 'pin' as const, title: matter.building }] : []),
    {
      icon: 'me',
      title: `${contact.name}，${CHANNEL_NAMES[contact.channel]}`,
      note: contact.reach || undefined,
    },
    ...attachments.map((attachment) => ({
      icon: 'bag' as const,
      title: attachment.name,
      note: opening === attachment.attachmentId ? '正在打开' : sizeInWords(attachment.bytes),
      label: `打开${attachment.name}`,
      onTap: () => onAttachment(attachment),
    })),
  ]
  return (
    <View className="matter">
      <Facts items={items} />
    </View>
  )
}
