import type { Wording } from '../refusal-words'
import { spokenCodeWords } from '../spoken-code-words'

/** Somebody was removed on another phone meanwhile. */
const GONE = () => ({ title: '已经不在家里人里了', next: '回“家里人”看看现在有谁。' })

const full = ({ most }: { most: number }) => ({
  title: `家里人最多 ${most} 位`,
  next: '先去掉一位，再添新的。报过的名不受影响。',
})

export const listFamilyWords: Wording<'family.list'> = {}

export const saveMemberWords: Wording<'family.save'> = {
  CONSENT_NEEDED: () => ({
    title: '还差家长同意',
    next: '孩子不满 14 岁，读过规则、点了同意才能记下。规则刚改过的话，先更新小程序。',
  }),
  FAMILY_FULL: full,
  NOT_FOUND: GONE,
}

export const removeMemberWords: Wording<'family.remove'> = { NOT_FOUND: GONE }

export const makeCodeWords: Wording<'family.code'> = {}

export const linkElderWords: Wording<'family.link'> = {
  ...spokenCodeWords('要家里老人念的口令，在老人的手机上看。'),
  ALREADY_LINKED: () => ({
    title: '已经是家里人了',
    next: '回“家里人”就能看到，报名时选一下就行。',
  }),
  FAMILY_FULL: full,
}
