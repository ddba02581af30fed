import type { Wording } from '../refusal-words'

export const mineWords: Wording<'alerts.mine'> = {}
export const deliveredWords: Wording<'alerts.delivered'> = {}

export const acceptWords: Wording<'alerts.accept'> = {
  NOT_OFFERED: () => ({
    title: '这里还不能发提醒',
    next: '中心还没有开这一种。到时间打开“我的”看。',
  }),
}
