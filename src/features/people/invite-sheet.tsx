import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@/contract'
import { NOTE_LENGTH, invitationGroups } from '@/domain/access/invitation'
import type { Role } from '@/domain/access/role'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { copyText } from '@/gateway/device/sharing'
import { useAppearance } from '@/ui/appearance'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Choice } from '@/ui/choice/choice'
import { notice } from '@/ui/notice/notice'
import { Sheet } from '@/ui/sheet/sheet'
import { TextField } from '@/ui/text-field/text-field'
import { inMiniProgram } from '../sharing'
import { useTyped } from '../use-typed'
import { Problem } from './problem'
import { roleName, rolesGivenIn, whatRoleMay } from './role-words'
import { useRoleCommand } from './use-people'
import { inviteWords } from './wording'
import './people.css'

export type Made = Output<'roles.invite'> & { role: Role; note: string }

interface InviteSheetProps {
  open: boolean
  centreId: string
  now: number
  /** What was just made; its code is on screen and can be passed on. */
  made: Made | null
  onMade: (made: Made | null) => void
  refresh: () => Promise<void>
  onClose: () => void
}

/** Inviting somebody: which role, whom it is for, and then the code in big letters. */
export function InviteSheet(props: InviteSheetProps) {
  const { open, centreId, now, made, onMade, refresh, onClose } = props
  // In 大字 one after the other.
  const large = useAppearance(({ scale }) => scale) === 'large'
  const [role, setRole] = useState<Role | null>(null)
  const [note, setNote, dropNote] = useTyped('invite', '')
  const { send, busy, problem, forget } = useRoleCommand('roles.invite', inviteWords)
  const close = (): void => {
    forget()
    setRole(null)
    onMade(null)
    onClose()
  }
  const invite = async (): Promise<void> => {
    if (role === null) return
    const value = await send({ centreId, role, note: note.trim() })
    await refresh()
    if (!value) return
    onMade({ ...value, role, note: note.trim() })
    dropNote()
  }
  if (made) {
    return (
      <Sheet open={open} title={`给${made.note}的邀请`} onClose={close}>
        <MadeCode made={made} now={now} />
      </Sheet>
    )
  }
  const missing = role === null ? '先选一个身份' : note.trim() === '' ? '写一下给谁' : null
  return (
    <Sheet open={open} title="邀请一位" onClose={close}>
      {large && role !== null ? (
        <>
          <Button kind="ghost" block onTap={() => setRole(null)}>
            {`${roleName(role)}，换一个`}
          </Button>
          <View className="note people-gap">{whatRoleMay(role)}</View>
        </>
      ) : (
        <Choice
          label="什么身份"
          options={rolesGivenIn(centreId).map((one) => ({
            ...{ value: one, label: roleName(one), ...(!large && { note: whatRoleMay(one) }) },
          }))}
          value={role}
          onChange={setRole}
        />
      )}
      {large && role === null ? null : (
        <>
          <View className="people-gap">
            <TextField
              label="给谁（只有负责人看得到）"
              value={note}
              maxLength={NOTE_LENGTH}
              onChange={setNote}
            />
          </View>
          <Problem problem={problem} />
          <View className="people-acts">
            <Button block busy={busy} disabled={missing !== null} onTap={() => void invite()}>
              {missing ?? '生成口令'}
            </Button>
          </View>
        </>
      )}
    </Sheet>
  )
}

function MadeCode({ made, now }: { made: Made; now: number }) {
  const { code, role, expiresAt } = made
  if (code === null) {
    return <View>口令只显示一次，这次没显示出来。在“没用的邀请”里收回它，再发一个。</View>
  }
  const groups = invitationGroups(code)
  const copy = async (): Promise<void> => {
    const text = `邀请您当${roleName(role)}，口令 ${groups.join(' ')}。打开“常来”，在“我的”的“设置”里点“接受邀请”。`
    notice((await copyText(text)) ? '复制好了，发给对方' : '没复制成，念给对方也行')
  }
  return (
    <>
      <View className="note number">
        {`当${roleName(role)}，${momentInWords(parseInstant(expiresAt), now)} 前有效，只能用一次。只显示这一次。`}
      </View>
      <View
        className="people-code"
        {...aria({ role: 'img', label: `口令 ${Array.from(code).join(' ')}` })}
      >
        {groups.map((group) => (
          <View key={group}>{group}</View>
        ))}
      </View>
      <View className="people-acts">
        {!inMiniProgram ? null : (
          <Button block openType="share" icon="share">
            发给微信好友
          </Button>
        )}
        <Button kind={inMiniProgram ? 'ghost' : 'primary'} block onTap={() => void copy()}>
          复制
        </Button>
      </View>
    </>
  )
}
