import type { Wording } from '../refusal-words'

export const mineWords: Wording<'notices.mine'> = {}

export const readWords: Wording<'notices.read'> = {
  NOT_FOUND: () => ({ title: '没找到这条通知', next: '下拉刷新一下再看。' }),
}
