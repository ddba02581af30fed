import type { Wording } from '../refusal-words'

export const listWords: Wording<'activities.list'> = {
  NOT_FOUND: () => ({ title: '没找到这个中心', next: '回首页换一个中心看看。' }),
}

export const getWords: Wording<'activities.get'> = {
  NOT_FOUND: () => ({ title: '这个活动已经撤下了', next: '看看课程里还有什么。' }),
}
