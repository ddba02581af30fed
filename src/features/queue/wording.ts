import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import type { Wording } from '../refusal-words'

const NO_QUEUE = () => ({ title: '这一场没有叫号', next: '可能已经撤下了，回去看看别的日期。' })

const ON_THE_DAY: Pick<Wording<'queue.mark'>, 'NOT_TODAY' | 'NO_SUCH_NUMBER' | 'NOT_FOUND'> = {
  NOT_TODAY: ({ startsAt }, now) => ({
    title: '不是今天的号',
    next: `${momentInWords(parseInstant(startsAt), now)} 开始，当天才能叫号。`,
  }),
  NO_SUCH_NUMBER: ({ number }) => ({
    title: `没有 ${number} 号`,
    next: '可能退了。看看名单里的号再叫。',
  }),
  NOT_FOUND: NO_QUEUE,
}

export const queueNowWords: Wording<'queue.now'> = { NOT_FOUND: NO_QUEUE }

export const listQueueWords: Wording<'queue.list'> = { NOT_FOUND: NO_QUEUE }

export const callNumberWords: Wording<'queue.call'> = {
  NOBODY_WAITING: () => ({ title: '没有人在等了', next: '叫过没来的，可以在名单里再叫一次。' }),
  ...ON_THE_DAY,
}

export const markNumberWords: Wording<'queue.mark'> = ON_THE_DAY
