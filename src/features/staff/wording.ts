import { type OutsideWording, READING, type Wording } from '../refusal-words'
import type { FileWords } from '../upload-words'

export const importTimetableWords: Wording<'staff.importTimetable'> = {
  NOT_FOUND: ({ what }) =>
    what === 'centre'
      ? { title: '没找到这个中心', next: '换一个中心再选文件。' }
      : { title: '文件已经清掉了', next: '传上来的文件只留一天，请再选一次。' },
  TABLE_REFUSED: ({ problem }) => ({ title: '这个文件读不了', next: `${problem}。` }),
}

/** Reading a timetable changes nothing. */
export const READING_TABLE: OutsideWording = {
  ...READING,
  FORBIDDEN: () => ({ title: '这个中心的课程表不归您管', next: '换一个中心，或者请负责人加您。' }),
}

/** Why a timetable was not even sent. */
export const TIMETABLE_FILES: FileWords = {
  TOO_LARGE: { title: '文件太大', next: '最多 5 MB。只留课程表那一张再传。' },
  FILE_KIND: { title: '这不是表格', next: '请选 Excel（xlsx、xls）或 CSV 文件。' },
}
