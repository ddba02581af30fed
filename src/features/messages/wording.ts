import type { Wording } from '../refusal-words'

const NO_CLASS = ({ what }: { what: 'activity' | 'pool' }) =>
  what === 'activity'
    ? { title: '没找到这个活动', next: '可能已经撤下了，回去刷新一下。' }
    : { title: '没找到这一期', next: '回去刷新一下，再选一次。' }

export const previewMessageWords: Wording<'notices.previewMessage'> = { NOT_FOUND: NO_CLASS }

export const sendMessageWords: Wording<'notices.send'> = {
  NOT_IN_A_MESSAGE: ({ what, phone }) =>
    what === 'link'
      ? { title: '话里有网址，发不了', next: '居民在这里点不开网址，换句话说就行。' }
      : {
          title: '话里有别的电话号码，发不了',
          next: `只能留中心自己的电话：${phone}。`,
        },
  NOBODY_TO_TELL: () => ({ title: '现在没有人报名', next: '等有人报了名再发。' }),
  ENOUGH_TODAY: ({ mostADay }) => ({
    title: `今天已经发了 ${mostADay} 条`,
    next: '明天再发；急事打电话说。',
  }),
  NOT_FOUND: NO_CLASS,
}
