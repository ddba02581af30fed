import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { CHANGING, type OutsideWording, type Sentence, type Wording } from '../refusal-words'

const noStation = (): Sentence => ({
  title: '这个驿站不在名单上了',
  next: '回去看看附近别的驿站。',
})
const noCentre = (): Sentence => ({ title: '没找到这个中心', next: '换一个中心再看。' })
const tooMany = ({ until }: { until: string }, now: number): Sentence => ({
  title: '今天说得够多了',
  next: `谢谢您。${momentInWords(parseInstant(until), now)} 以后可以接着说。`,
})

export const listWords: Wording<'stations.list'> = { NOT_FOUND: noCentre }
export const getWords: Wording<'stations.get'> = { NOT_FOUND: noStation }
export const changesWords: Wording<'stations.changes'> = {}
export const mineWords: Wording<'stations.mine'> = {}
export const tasksWords: Wording<'stations.tasks'> = { NOT_FOUND: noCentre }

export const doorSignWords: Wording<'stations.doorSign'> = { NOT_FOUND: noStation }

export const confirmWords: Wording<'stations.confirm'> = {
  NOT_FOUND: noStation,
  TOO_MANY_REPORTS: tooMany,
}

export const reportWords: Wording<'stations.report'> = {
  ...confirmWords,
  NO_SUCH_FACILITY: () => ({ title: '这里没有这样东西', next: '刷新一下，看看这里现在有什么。' }),
}

export const settleWords: Wording<'stations.settle'> = {
  NOT_FOUND: () => ({ title: '没找到这件待办', next: '刷新一下待办再看。' }),
  ALREADY_SETTLED: ({ at }, now) => ({
    title: '已经有人答复了',
    next: `${momentInWords(parseInstant(at), now)} 答复的，不用再答一次。`,
  }),
}

/** When a word about a station, or an answer to one, was to be sent: it is kept until it is. */
export const TELLING: OutsideWording = {
  ...CHANGING,
  UNAVAILABLE: () => ({ title: '还没等到回音', next: '写的都还在，再点一次不会记两遍。' }),
  UNREACHABLE: ({ offline, sent }) =>
    offline && !sent
      ? { title: '没有网络，没有送出去', next: '写的都还在，连上网再点一次。' }
      : { title: '还没等到回音', next: '写的都还在，再点一次不会记两遍。' },
}
