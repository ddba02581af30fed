import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import type { Wording } from '../refusal-words'

const NO_CENTRE = { title: '没找到这个中心', next: '回首页重新选一个中心。' }

export const getWords: Wording<'limits.get'> = { NOT_FOUND: () => NO_CENTRE }

export const setWords: Wording<'limits.set'> = {
  NOTHING_SET: () => ({ title: '没有要改的', next: '先选一项，再保存。' }),
  MISPLACED: () => ({ title: '没存上', next: '回去重新打开这一页，再设一次。' }),
  NOT_LIMITED: () => ({
    title: '这个活动不限次数',
    next: '不用报名的、先填表的，都不设报名限制。',
  }),
  IN_THE_PAST: () => ({ title: '这一天已经过了', next: '选今天以后的一天，再保存。' }),
  BEFORE_OPENING: ({ opensAt }, now) => ({
    title: '那时候还没开放报名',
    next: `${momentInWords(parseInstant(opensAt), now)} 才开放，选在那以后的一天。`,
  }),
  ALL_CLOSED: () => ({ title: '报名都已经截止了', next: '等排了新的一场，再设居民先报。' }),
  NOT_FOUND: ({ what }) =>
    what === 'centre'
      ? NO_CENTRE
      : { title: '没找到这个活动', next: '可能已经撤下了，刷新一下名单再看。' },
}
