import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import { notice } from '@/ui/notice/notice'
import { Section } from '@/ui/section/section'
import { TextField } from '@/ui/text-field/text-field'
import { Unread } from '../answer-states'
import { NICKNAME_LENGTH, nicknameProblem } from '../nickname'
import { useNow } from '../use-now'
import { useTyped } from '../use-typed'
import { updateMe, useMe } from './use-me'
import { getWords } from './wording'
import './profile.css'

interface ProfileProps {
  centres: readonly { centreId: string; shortName: string }[]
  onHomeCentre: (centreId: string) => void
}

/** What to call me and which centre is mine; nothing else is asked. */
export function Profile({ centres, onHomeCentre }: ProfileProps) {
  const me = useMe()
  const now = useNow()
  if (me.visitor) return null
  if (me.value === null) return <Unread answer={me} words={getWords} now={now} />
  const { homeCentreId, nickname } = me.value
  const choose = async (centreId: string): Promise<void> => {
    const problem = await updateMe({ homeCentreId: centreId })
    if (problem) return notice(`${problem.title}。${problem.next}`)
    onHomeCentre(centreId)
    notice('记住了')
  }
  return (
    <>
      <Section title="常去的中心">
        <View className="note profile-note">有的课先给本社区的居民报名，按这里的算。</View>
        <Choice
          label="常去的中心"
          options={centres.map((one) => ({ value: one.centreId, label: one.shortName }))}
          value={homeCentreId}
          onChange={(centreId) => void choose(centreId)}
        />
      </Section>
      <Section title="称呼">
        <NicknameField key={nickname ?? ''} nickname={nickname ?? ''} />
      </Section>
    </>
  )
}

function NicknameField({ nickname }: { nickname: string }) {
  const [text, setText, dropText] = useTyped('nickname', nickname)
  const [busy, setBusy] = useState(false)
  const problem = nicknameProblem(text)
  const save = async (): Promise<void> => {
    setBusy(true)
    const failed = await updateMe({ nickname: text.trim() || null })
    setBusy(false)
    if (!failed) dropText()
    notice(failed ? `${failed.title}。${failed.next}` : '记住了')
  }
  return (
    <Card>
      <TextField
        label="怎么称呼"
        value={text}
        maxLength={NICKNAME_LENGTH}
        placeholder="可以不写"
        error={problem ?? undefined}
        onChange={setText}
      />
      <Button
        kind="ghost"
        block
        busy={busy}
        disabled={problem !== null || text.trim() === nickname}
        onTap={() => void save()}
      >
        存下来
      </Button>
    </Card>
  )
}
