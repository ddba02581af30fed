import type { Wording } from '../refusal-words'

export const getWords: Wording<'me.get'> = {}

export const updateWords: Wording<'me.update'> = {
  NOT_FOUND: () => ({ title: '没找到这个中心', next: '换一个中心再存一次。' }),
}
