import type { UploadFailure } from '@/gateway/files/uploaded'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { type OutsideWording, type Sentence, sentenceFor, type Wording } from './refusal-words'

const NOT_SENT = {
  TOO_LARGE: { title: '文件太大', next: '最多 10 MB，换一个小一点的。' },
  EMPTY: { title: '这是个空文件', next: '打开看看，存好再传。' },
  FILE_KIND: { title: '这种文件不收', next: '可以传照片、扫描件和表格。' },
  NAME: { title: '文件名太长', next: '改短一点再传。' },
} as const satisfies Record<string, Sentence>

type Reason = keyof typeof NOT_SENT

/** The sentences of some reasons why a file is not taken, in the words of where it was to go. */
export type FileWords = Partial<Record<Reason, Sentence>>

export const beginWords: Wording<'files.begin'> = {
  NO_CLOUD_STORAGE: () => ({ title: '这里传不了文件', next: '用电脑打开常来的网页再传。' }),
  TOO_MANY_FILES: ({ until }, now) => ({
    title: '今天传得够多了',
    next: `${momentInWords(parseInstant(until), now)} 以后再传。`,
  }),
}

export const receiveWords: Wording<'files.receive'> = {
  ...beginWords,
  NOT_FOUND: () => ({ title: '文件没有传到', next: '再选一次。' }),
  FILE_REFUSED: ({ reason }) => NOT_SENT[reason],
}

/** Why a file was not taken. */
export function uploadSentence(
  failure: UploadFailure,
  outside: OutsideWording,
  now: number,
  own: FileWords = {},
): Sentence {
  if (failure.code === 'INVALID_INPUT') {
    const reason = failure.facts.reason as Reason
    const said = own[reason] ?? NOT_SENT[reason]
    if (said) return said
  }
  return sentenceFor({}, outside, failure, now)
}
