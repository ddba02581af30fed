import { useState } from 'react'
import { View } from '@tarojs/components'
import { dateOf } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { dateInWords } from '@/domain/time/words'
import { Button } from '@/ui/button/button'
import { Confirm } from '@/ui/confirm/confirm'
import { notice } from '@/ui/notice/notice'
import { Section } from '@/ui/section/section'
import { ProblemNote } from './problem-note'
import type { Family } from './use-family'
import { useFamilyCommand } from './use-family-command'
import { removeMemberWords } from './wording'
import './relatives.css'

type Relative = Family['relatives'][number]

interface RelativesProps {
  relatives: readonly Relative[]
  /** Milliseconds since the epoch. */
  now: number
}

/** Who may book for me, and the way to end it. */
export function Relatives({ relatives, now }: RelativesProps) {
  const [asked, setAsked] = useState<Relative | null>(null)
  const { send, busy, problem } = useFamilyCommand('family.remove', removeMemberWords)
  if (relatives.length === 0) return null
  const end = async (): Promise<void> => {
    if (!asked) return
    const done = await send({ memberId: asked.memberId })
    setAsked(null)
    if (done) notice('好了，以后不能替您报名了')
  }
  return (
    <Section title="能替我报名的人">
      <View className="relatives">
        {relatives.map((relative) => (
          <View key={relative.memberId} className="relative">
            <View className="relative-words">
              <View className="relative-name">{nameOf(relative)}</View>
              <View className="note number">
                {`${dateInWords(dateOf(parseInstant(relative.since)), dateOf(now))} 起`}
              </View>
            </View>
            <View className="relative-act">
              <Button
                kind="ghost"
                label={`不让${nameOf(relative)}替我报名`}
                onTap={() => setAsked(relative)}
              >
                不让了
              </Button>
            </View>
          </View>
        ))}
      </View>
      <ProblemNote problem={problem} />
      <Confirm
        open={asked !== null}
        title={`不让${asked ? nameOf(asked) : ''}替我报名？`}
        body="以后不能替您报名了。已经报好的还算数，不想去在“我的”里退。想再让他报，重新念个口令就行。"
        yes="不让了"
        no="还让报"
        danger
        busy={busy}
        onYes={() => void end()}
        onNo={() => setAsked(null)}
      />
    </Section>
  )
}

function nameOf({ nickname }: Relative): string {
  return nickname ?? '一位家里人'
}
