import { goBack, openScreen } from '@/gateway/navigation'

const MEMBER = '/pages/family/member/member'
const RULES = '/pages/family/rules/rules'
const CODE = '/pages/family/code/code'

/** Where a person can go around their family. */
export const goFamily = {
  add: (): void => openScreen(MEMBER),
  member: (memberId: string): void => openScreen(MEMBER, { memberId }),
  rules: (): void => openScreen(RULES),
  code: (): void => openScreen(CODE),
  /** Back to where somebody was going to be added. */
  back: goBack,
}
