import { DATUM_NAMES } from '@/domain/stations/datum'
import {
  CHANGING,
  type OutsideWording,
  READING,
  type Sentence,
  type Wording,
} from '../refusal-words'
import type { FileWords } from '../upload-words'

const missing = ({ what }: { what: 'centre' | 'file' }): Sentence =>
  what === 'centre'
    ? { title: '没找到这个中心', next: '换一个中心再选文件。' }
    : { title: '文件已经清掉了', next: '传上来的文件只留一天，请再选一次。' }

export const previewImportWords: Wording<'stations.previewImport'> = {
  NOT_FOUND: missing,
  LIST_REFUSED: ({ problem }) => ({ title: '这个文件读不了', next: `${problem}。` }),
}

export const importWords: Wording<'stations.import'> = {
  ...previewImportWords,
  DATUM_UNKNOWN: ({ guess }) => ({
    title: '先说说坐标是哪一种',
    next: guess ? `看着像 ${DATUM_NAMES[guess]}，请选一个再导入。` : '请选一个再导入。',
  }),
  ROWS_WRONG: ({ wrong }) => ({
    title: '名单里还有错',
    next: `有 ${wrong} 行看不懂，先别撤下名单里没有的。看不懂的那几行，也会被当成没有。先改好再传。`,
  }),
}

/** Reading a list for staff: nothing of theirs is booked, nothing changed. */
export const LOOKING: OutsideWording = {
  ...READING,
  FORBIDDEN: () => ({ title: '这个中心的名单不归您管', next: '换一个中心，或者请负责人加您。' }),
}

/** Taking a list in. */
export const TAKING: OutsideWording = {
  ...CHANGING,
  FORBIDDEN: LOOKING.FORBIDDEN,
  UNAVAILABLE: () => ({ title: '还没等到回音', next: '再点一次，不会导入两遍。' }),
  UNREACHABLE: () => ({ title: '还没等到回音', next: '看看网络，再点一次，不会导入两遍。' }),
}

/** Why a list was not even sent. */
export const LIST_FILES: FileWords = {
  TOO_LARGE: { title: '文件太大', next: '最多 10 MB。只留驿站名单那一张表再传。' },
  FILE_KIND: { title: '这不是表格', next: '请选 Excel（xlsx、xls）或 CSV 文件。' },
}
