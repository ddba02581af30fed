import type { Wording } from '../refusal-words'

export const todayWords: Wording<'staff.today'> = {
  NOT_FOUND: () => ({ title: '没找到这个中心', next: '回到设置，重新进一次。' }),
}
