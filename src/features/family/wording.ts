import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import type { Wording } from '../refusal-words'

/** What may come of a code that somebody read out. */
export const codeWords: Pick<
  Wording<'family.link'>,
  'WRONG_CODE' | 'TOO_MANY_TRIES' | 'OWN_CODE'
> = {
  WRONG_CODE: ({ left }) => ({
    title: '这个口令不对',
    next:
      left > 0
        ? `口令只管十分钟，用过也就不作数了。请老人再念一遍，还可以试 ${left} 次。`
        : '口令只管十分钟，用过也就不作数了。请老人在“我的”里换一个，过十分钟再试。',
  }),
  TOO_MANY_TRIES: ({ until }, now) => ({
    title: '试的次数多了',
    next: `${momentInWords(parseInstant(until), now)} 以后再试，请老人先换一个新口令。`,
  }),
  OWN_CODE: () => ({ title: '这是您自己的口令', next: '念给家里人听，由他们来填。' }),
}

const FULL = ({ most }: { most: number }) => ({
  title: `最多添 ${most} 位家人`,
  next: '先删掉一位不用的，再添。',
})

export const listFamilyWords: Wording<'family.list'> = {}

export const saveMemberWords: Wording<'family.save'> = {
  CONSENT_NEEDED: () => ({
    title: '要先得到监护人的同意',
    next: '不满 14 岁的孩子，请先看一遍儿童信息的说明，点同意再存。',
  }),
  FAMILY_FULL: FULL,
  NOT_FOUND: () => ({ title: '没找到这位家人', next: '可能已经删掉了，回去重新添一位。' }),
}

export const removeMemberWords: Wording<'family.remove'> = {
  NOT_FOUND: () => ({ title: '已经删掉了', next: '不用再删一次。' }),
}

export const makeCodeWords: Wording<'family.code'> = {}

export const linkElderWords: Wording<'family.link'> = {
  ...codeWords,
  ALREADY_LINKED: () => ({
    title: '早就添过这位老人了',
    next: '直接给老人报名就行，不用再添。',
  }),
  FAMILY_FULL: FULL,
}
