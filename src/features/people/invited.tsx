import { useState } from 'react'
import { View } from '@tarojs/components'
import { asInvitationCode, isWholeInvitationCode } from '@/domain/access/invitation'
import { EVERYWHERE } from '@/domain/access/role'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { TextField } from '@/ui/text-field/text-field'
import { Unread } from '../answer-states'
import { useAnswer } from '../use-answer'
import { Problem } from './problem'
import { roleName, whatRoleMay } from './role-words'
import { useRoleCommand } from './use-people'
import { acceptWords, invitationWords } from './wording'
import './people.css'

/** Letters and the two gaps between their groups. */
const TYPED_LENGTH = 14

/** The whole code that a link or a mini-program code brought along; null for none. */
export function broughtCode(brought: string): string | null {
  const code = asInvitationCode(brought)
  return isWholeInvitationCode(code) ? code : null
}

/** Where somebody writes down the code of an invitation. */
export function InvitationCode({ onCode }: { onCode: (code: string) => void }) {
  const [typed, setTyped] = useState('')
  const code = asInvitationCode(typed)
  const whole = isWholeInvitationCode(code)
  return (
    <Card>
      <TextField
        label="邀请的口令"
        value={typed}
        maxLength={TYPED_LENGTH}
        placeholder="12 位字母和数字"
        onChange={setTyped}
      />
      <View className="people-acts">
        <Button block disabled={!whole} onTap={() => onCode(code)}>
          {whole ? '看看是什么邀请' : '先填全 12 位'}
        </Button>
      </View>
    </Card>
  )
}

interface InvitedProps {
  code: string
  nameOf: (centreId: string) => string
  now: number
  onOther: () => void
  /** What there is to do with the role. */
  onWork: () => void
}

/** What somebody was invited to, in plain words, and one button to take it up. */
export function Invited({ code, nameOf, now, onOther, onWork }: InvitedProps) {
  const answer = useAnswer({ operation: 'roles.invitation', input: { code } })
  const [taken, setTaken] = useState<string | null>(null)
  const { send, busy, problem } = useRoleCommand('roles.accept', acceptWords)
  if (taken !== null) {
    return (
      <Card>
        <Empty
          scene="sealed"
          title="接受好了"
          note={`您现在是${taken}。要做的事，在“设置”的“工作台”里。`}
          action={{ label: '去看看', onTap: onWork }}
        />
      </Card>
    )
  }
  if (answer.value === null) {
    if (!answer.failure) return <Skeleton kind="list" />
    return (
      <>
        <Unread answer={answer} words={invitationWords} now={now} />
        <View className="people-acts">
          <Button kind="ghost" block onTap={onOther}>
            换一个口令
          </Button>
        </View>
      </>
    )
  }
  const { centreId, role, by, expiresAt, alreadyHeld } = answer.value
  const place = centreId === EVERYWHERE ? '全区' : nameOf(centreId)
  const accept = async (): Promise<void> => {
    const value = await send({ code })
    if (value) setTaken(`${place}的${roleName(value.role)}`)
  }
  return (
    <Card>
      <View className="note">{by === null ? '邀请您到' : `${by}邀请您到`}</View>
      <View className="people-role">{`${place}，当${roleName(role)}`}</View>
      <View>{whatRoleMay(role)}</View>
      <View className="note people-gap number">
        {`您用这个身份做的事会记下来，负责人看得到。${momentInWords(parseInstant(expiresAt), now)} 前有效。`}
      </View>
      <Problem problem={problem} />
      <View className="people-acts">
        <Button block busy={busy} disabled={alreadyHeld} onTap={() => void accept()}>
          {alreadyHeld ? '您已经有这个身份了' : '接受'}
        </Button>
      </View>
    </Card>
  )
}
