import { useState } from 'react'
import { View } from '@tarojs/components'
import { Unread } from '@/features/answer-states'
import { BriefRows } from '@/features/consultation/brief-rows'
import type { Brief } from '@/features/consultation/brief-words'
import { FoundNote } from '@/features/consultation/found-note'
import { SignInFirst } from '@/features/consultation/sign-in-first'
import { useConsultations } from '@/features/consultation/use-consultations'
import { mineWords } from '@/features/consultation/wording'
import { isUnderWay } from '@/features/consultation/words'
import { go } from '@/features/navigation/routes'
import { PersonaSheet } from '@/features/persona/persona-sheet'
import { useNow } from '@/features/use-now'
import { Door, Doors } from '@/ui/door/door'
import { Empty } from '@/ui/empty/empty'
import { Screen } from '@/ui/screen/screen'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import './mine.css'

/** 我的预约和反映: everything I asked for or said, and where to begin something. */
export default function Mine() {
  const now = useNow()
  const mine = useConsultations()
  const [signing, setSigning] = useState(false)
  const all = mine.value?.consultations ?? []
  const [open, over] = [true, false].map((wanted) =>
    all.filter(({ state }) => isUnderWay(state) === wanted),
  )
  const show = ({ service, consultationId }: Brief): void =>
    go.consultation(service === 'feedback' ? 'said' : 'one', { consultationId })

  return (
    <Screen back title="我的预约和反映" onRefresh={mine.refresh}>
      {mine.visitor ? (
        <SignInFirst onSignIn={() => setSigning(true)} />
      ) : (
        <>
          <FoundNote />
          {mine.value === null ? (
            mine.failure ? (
              <Unread answer={mine} words={mineWords} now={now} />
            ) : (
              <Skeleton kind="list" />
            )
          ) : all.length === 0 ? (
            <Empty scene="tea" title="还没有" note="约过的、说过的，会在这里，办到哪一步都看得见" />
          ) : null}
          {open!.length > 0 ? (
            <Section title="在办的">
              <BriefRows label="在办的" briefs={open!} now={now} onOpen={show} />
            </Section>
          ) : null}
          {over!.length > 0 ? (
            <Section title="办完的">
              <BriefRows label="办完的" briefs={over!} now={now} onOpen={show} />
            </Section>
          ) : null}
        </>
      )}
      <Section title="还要约、还要说">
        <Doors>
          <Door
            seal="legal"
            title="问律师"
            note="免费，保密"
            onTap={() => go.consultation('form', { service: 'legal' })}
          />
          <Door
            seal="seek"
            title="找调解"
            note="邻里家里的事"
            onTap={() => go.consultation('form', { service: 'mediation' })}
          />
        </Doors>
        <View className="mine-feedback">
          <Doors>
            <Door
              seal="booked"
              title="投诉建议"
              note="中心做得怎么样，说一声"
              onTap={() => go.consultation('feedback')}
            />
          </Doors>
        </View>
      </Section>
      <PersonaSheet open={signing} onClose={() => setSigning(false)} />
    </Screen>
  )
}
