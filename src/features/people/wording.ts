import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { CHANGING, type OutsideWording, type Sentence, type Wording } from '../refusal-words'

export const listRolesWords: Wording<'roles.list'> = {}
export const invitationsWords: Wording<'roles.invitations'> = {}
export const auditWords: Wording<'audit.search'> = {}

export const inviteWords: Wording<'roles.invite'> = {
  NOT_FOUND: () => ({ title: '没找到这个中心', next: '回首页重新选一个中心。' }),
  NOT_YOURS_TO_GIVE: () => ({
    title: '这个身份只有区里能给',
    next: '需要的话，请区里的管理员来邀请。',
  }),
  TOO_MANY_OPEN: ({ most }) => ({
    title: `还有 ${most} 个邀请没人用`,
    next: '先收回用不着的，再发新的。',
  }),
}

export const revokeInvitationWords: Wording<'roles.revokeInvitation'> = {
  NOT_FOUND: () => ({ title: '没找到这个邀请', next: '刷新一下，看看还有哪些。' }),
  ALREADY_ACCEPTED: () => ({
    title: '对方已经接受了',
    next: '不想给了，在名单里点他的名字，把身份拿掉。',
  }),
}

const OVER: Readonly<Record<'accepted' | 'expired' | 'revoked', Sentence>> = {
  accepted: { title: '这个邀请用过了', next: '一个口令只给一位。请负责人再发一个。' },
  expired: { title: '这个邀请过期了', next: '邀请三天内有效。请负责人再发一个。' },
  revoked: { title: '这个邀请收回了', next: '有疑问，当面问问发给您的那位。' },
}

const heard = {
  WRONG_CODE: ({ left }: { left: number }): Sentence => ({
    title: '口令不对',
    next: left > 0 ? `照着发来的再核对一遍，还能试 ${left} 次。` : '试了太多次，过 10 分钟再来试。',
  }),
  TOO_MANY_TRIES: ({ until }: { until: string }, now: number): Sentence => ({
    title: '试的次数太多了',
    next: `${momentInWords(parseInstant(until), now)} 以后再试，先请负责人把口令重发一遍。`,
  }),
  INVITATION_OVER: ({ why }: { why?: string }): Sentence =>
    OVER[(why ?? 'revoked') as keyof typeof OVER] ?? OVER.revoked,
}

export const invitationWords: Wording<'roles.invitation'> = heard

export const acceptWords: Wording<'roles.accept'> = {
  ...heard,
  ALREADY_HELD: () => ({ title: '您已经有这个身份了', next: '邀请没有用掉，可以转给别的人。' }),
}

export const removeRoleWords: Wording<'roles.remove'> = {
  NOT_FOUND: () => ({ title: '已经不在名单里了', next: '刷新一下，看看现在有谁。' }),
  LAST_DIRECTOR: ({ role }) =>
    role === 'district'
      ? { title: '区里只剩这一位管理员', next: '先请另一位来当，再拿掉这一位。' }
      : { title: '这里只剩这一位负责人', next: '先请另一位来当负责人，再拿掉这一位。' },
}

/** The general words, for what is not under “我的”. */
export const DOING: OutsideWording = {
  ...CHANGING,
  INVALID_INPUT: ({ path }) =>
    path === 'note'
      ? { title: '没写给谁', next: '写 1 到 20 个字，自己认得出就行。' }
      : { title: '没办成', next: '回上一页再点一次。' },
  FORBIDDEN: () => ({ title: '这件事要负责人来办', next: '跟负责人说一声，请他来办。' }),
  UNAVAILABLE: () => ({ title: '还没等到回音', next: '再点一次，不会办两遍。' }),
  UNREACHABLE: ({ sent }) =>
    sent
      ? { title: '还没等到回音', next: '看看网络，再点一次，不会办两遍。' }
      : { title: '没有网络，没有送出去', next: '连上网再点一次。' },
}
