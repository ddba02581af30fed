import type { Wording } from '../refusal-words'

export const listWords: Wording<'calendar.list'> = {
  NOT_FOUND: () => ({ title: '没找到这个中心', next: '回首页换一个中心看看。' }),
}
