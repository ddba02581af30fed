import { useState } from 'react'
import { View } from '@tarojs/components'
import { dateOf } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { dateInWords } from '@/domain/time/words'
import { ageInWords, birthDateInWords, rulesVersionInWords } from '@/domain/family/words'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Confirm } from '@/ui/confirm/confirm'
import { type Fact, Facts } from '@/ui/facts/facts'
import { notice } from '@/ui/notice/notice'
import { ChangeSheet, type Changing } from './change-sheet'
import { memberLine, removalInWords } from './member-words'
import { NameSeal } from './name-seal'
import { ProblemNote } from './problem-note'
import type { Member } from './use-family'
import { useFamilyCommand } from './use-family-command'
import { removeMemberWords } from './wording'
import './member-detail.css'

interface MemberDetailProps {
  member: Member
  /** Milliseconds since the epoch. */
  now: number
  onRules: () => void
  /** They are no longer in the family. */
  onRemoved: () => void
}

/** One of my family: what is kept, how to change it, and how to take it back. */
export function MemberDetail({ member, now, onRules, onRemoved }: MemberDetailProps) {
  const { memberId, kind, name, birthDate, consent } = member
  const today = dateOf(now)
  const [changing, setChanging] = useState<Changing | null>(null)
  const [asked, setAsked] = useState(false)
  const { send, busy, problem } = useFamilyCommand('family.remove', removeMemberWords)

  const remove = async (): Promise<void> => {
    const done = await send({ memberId })
    setAsked(false)
    if (!done) return
    notice('去掉了')
    onRemoved()
  }
  const facts: Fact[] = [
    {
      icon: 'me',
      title: name,
      note: kind === 'child' ? '名字' : '称呼，只有您看得到',
      label: '改名字',
      onTap: () => setChanging('name'),
    },
    ...(birthDate
      ? [
          {
            icon: 'calendar' as const,
            title: birthDateInWords(birthDate),
            note: `生日，今天 ${ageInWords(birthDate, today)}`,
            label: '改生日',
            onTap: () => setChanging('birth'),
          },
        ]
      : []),
    ...(consent
      ? [
          {
            icon: 'lock' as const,
            title: `${dateInWords(dateOf(parseInstant(consent.at)), today)} 家长同意`,
            note: `儿童个人信息保护规则，${rulesVersionInWords(consent.rulesVersion)}`,
            label: '读儿童个人信息保护规则',
            onTap: onRules,
          },
        ]
      : []),
  ]
  return (
    <>
      <View className="member-head">
        <NameSeal member={member} large />
        <View className="title">{name}</View>
        <View className="note number">{memberLine(member, today)}</View>
      </View>
      <Card>
        <Facts items={facts} />
      </Card>
      <View className="member-acts">
        <Button kind="quiet" block onTap={() => setAsked(true)}>
          {`不再替${name}报名`}
        </Button>
      </View>
      <ProblemNote problem={problem} />
      <ChangeSheet
        member={member}
        changing={changing}
        today={today}
        onRules={onRules}
        onClose={() => setChanging(null)}
      />
      <Confirm
        open={asked}
        title={`把${name}去掉？`}
        body={removalInWords(member)}
        yes="去掉"
        no="留着"
        danger
        busy={busy}
        onYes={() => void remove()}
        onNo={() => setAsked(false)}
      />
    </>
  )
}
