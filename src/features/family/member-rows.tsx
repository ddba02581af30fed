import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Icon } from '@/ui/icon/icon'
import { Tap } from '@/ui/tap/tap'
import { memberLine } from './member-words'
import { NameSeal } from './name-seal'
import type { Member } from './use-family'
import './member-rows.css'

interface MemberRowsProps {
  members: readonly Member[]
  /** `YYYY-MM-DD` */
  today: string
  onOpen: (memberId: string) => void
}

/** The family: who, how old. */
export function MemberRows({ members, today, onOpen }: MemberRowsProps) {
  return (
    <View className="members" {...aria({ role: 'group', label: '家里人' })}>
      {members.map((member) => {
        const line = memberLine(member, today)
        return (
          <Tap
            key={member.memberId}
            className="member"
            label={`${member.name}，${line}`}
            onTap={() => onOpen(member.memberId)}
          >
            <NameSeal member={member} />
            <View className="member-words">
              <View className="member-name">{member.name}</View>
              <View className="note number">{line}</View>
            </View>
            <Icon name="chevron-right" size={16} />
          </Tap>
        )
      })}
    </View>
  )
}
