import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { notice } from '@/ui/notice/notice'
import { Sheet } from '@/ui/sheet/sheet'
import { Problem } from './problem'
import { calledOr, roleName, whatRoleMay } from './role-words'
import { type Grant, useRoleCommand } from './use-people'
import { removeRoleWords } from './wording'
import './people.css'

interface GrantSheetProps {
  /** Null closes it. */
  grant: Grant | null
  refresh: () => Promise<void>
  onDone: (workerKey: string) => void
  onClose: () => void
}

/** One role of one person: what they did by it, and to take it away after a question. */
export function GrantSheet({ grant, refresh, onDone, onClose }: GrantSheetProps) {
  const [sure, setSure] = useState(false)
  const { send, busy, problem, forget } = useRoleCommand('roles.remove', removeRoleWords)
  if (grant === null) return null
  const { grantId, workerKey, role, nickname, own } = grant
  const called = calledOr(nickname, role)
  const close = (): void => {
    forget()
    setSure(false)
    onClose()
  }
  const remove = async (): Promise<void> => {
    const removed = await send({ grantId })
    await refresh()
    if (!removed) return
    notice('拿掉了，马上就算数')
    close()
  }
  return (
    <Sheet
      open
      title={sure ? `不再让${called}当${roleName(role)}？` : `${called}，${roleName(role)}`}
      onClose={close}
    >
      <View>
        {sure
          ? `${own ? '您' : '对方'}马上就不能再做这个身份的事。以前做过的还在操作记录里，以后可以再邀请。`
          : whatRoleMay(role)}
      </View>
      <Problem problem={problem} />
      {sure ? (
        <View className="people-acts">
          <Button kind="danger" block busy={busy} onTap={() => void remove()}>
            拿掉这个身份
          </Button>
          <Button kind="ghost" block disabled={busy} onTap={() => setSure(false)}>
            先不动
          </Button>
        </View>
      ) : (
        <View className="people-acts">
          <Button block onTap={() => onDone(workerKey)}>
            看做过什么
          </Button>
          <Button kind="ghost" block onTap={() => setSure(true)}>
            拿掉身份
          </Button>
        </View>
      )}
    </Sheet>
  )
}
