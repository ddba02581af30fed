import { View } from '@tarojs/components'
import { Confirm } from '@/ui/confirm/confirm'
import { notice } from '@/ui/notice/notice'
import { Problem } from './problem'
import { roleName } from './role-words'
import { type Invitation, useRoleCommand } from './use-people'
import { revokeInvitationWords } from './wording'

interface InvitationSheetProps {
  /** Null closes it. */
  invitation: Invitation | null
  refresh: () => Promise<void>
  onClose: () => void
}

/** An invitation that nobody has used: whether to take it back. */
export function InvitationSheet({ invitation, refresh, onClose }: InvitationSheetProps) {
  const words = revokeInvitationWords
  const { send, busy, problem, forget } = useRoleCommand('roles.revokeInvitation', words)
  const close = (): void => {
    forget()
    onClose()
  }
  const revoke = async (): Promise<void> => {
    if (!invitation) return
    const revoked = await send({ invitationId: invitation.invitationId })
    await refresh()
    if (!revoked) return
    notice('收回了，口令没用了')
    close()
  }
  return (
    <Confirm
      open={invitation !== null}
      title={`收回给${invitation?.note ?? ''}的邀请？`}
      body={
        <View>
          {`收回后，这个口令就不能再用来当${invitation ? roleName(invitation.role) : ''}了。`}
          <Problem problem={problem} />
        </View>
      }
      yes="收回"
      no="留着"
      danger
      busy={busy}
      onYes={() => void revoke()}
      onNo={close}
    />
  )
}
