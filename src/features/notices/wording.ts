import type { Wording } from '../refusal-words'

export const mineWords: Wording<'notices.mine'> = {}

export const readWords: Wording<'notices.read'> = {
  NOT_FOUND: () => ({ title: '没找到这条通知', next: '往下拉一下再看。' }),
}
