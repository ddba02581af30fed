import { type OutsideWording, READING, type Wording } from '../refusal-words'
import type { FileWords } from '../upload-words'

export const importTimetableWords: Wording<'staff.importTimetable'> = {
  NOT_FOUND: ({ what }) =>
    what === 'centre'
      ? { title: '没找到这个中心', next: '换一个中心再选文件。' }
      : { title: '文件已经清掉了', next: '传上来的文件只留一天，请再选一次。' },
  TABLE_REFUSED: ({ problem }) => ({ title: '这个文件读不了', next: `${problem}。` }),
}

const GONE = { title: '文件已经清掉了', next: '传上来的文件只留一天，请再选一次，答过的还在。' }
const noSuchCell = (cell: string) => ({
  title: `表里没有 ${cell} 这一格的课`,
  next: '表可能换过了，请再选一次文件。',
})

export const previewPublishWords: Wording<'staff.previewPublish'> = {
  NOT_FOUND: () => GONE,
  TABLE_REFUSED: ({ problem }) => ({ title: '这个文件读不了', next: `${problem}。` }),
  UNKNOWN_CELL: ({ cell }) => noSuchCell(cell),
}

const PROBLEMS: Readonly<Partial<Record<string, string>>> = {
  CAPACITY_BELOW_TAKEN: '名额比已经报上的人还少',
  SEATING_FIXED: '已经开放报名，名额的给法不能这样改',
  NOTHING_TO_COME: '没有还没上的课了',
  PLAN: '排出来的课不对',
}

export const publishImportWords: Wording<'staff.publishImport'> = {
  NOT_FOUND: ({ what }) =>
    what === 'import' ? GONE : { title: '要取消的那门课已经变了', next: '再看一遍，然后发布。' },
  TABLE_REFUSED: ({ problem }) => ({ title: '这个文件读不了', next: `${problem}。` }),
  UNKNOWN_CELL: ({ cell }) => noSuchCell(cell),
  OPEN_QUESTIONS: ({ cells }) => ({
    title: `还有 ${cells.length} 格没有回答`,
    next: '答完再发布。现在什么都没有改。',
  }),
  CHANGED_MEANWHILE: ({ title }) => ({
    title: `“${title}”刚刚有人改过`,
    next: '什么都没有发布。再看一遍，然后发布。',
  }),
  CANNOT_CHANGE: ({ title, cell, problem, taken }) => ({
    title: `${cell} 的“${title}”改不成：${PROBLEMS[problem] ?? '排出来的课不对'}${taken === null ? '' : `（已报 ${taken} 人）`}`,
    next: '整张表都没有发布。改一改这门课，或者先不发布它。',
  }),
}

export const exportTimetableWords: Wording<'staff.exportTimetable'> = {
  NOT_FOUND: () => ({ title: '没找到这个中心', next: '换一个中心再导出。' }),
  SPAN: () => ({ title: '日子不对', next: '结束那天要在开始那天之后，最多隔 400 天。' }),
  TOO_MANY: ({ classes }) => ({
    title: `有 ${classes} 门课，一张表放不下`,
    next: '把日子选短一点，分几次导出。',
  }),
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
