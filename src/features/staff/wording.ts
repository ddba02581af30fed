import type { Wording } from '../refusal-words'

export const importTimetableWords: Wording<'staff.importTimetable'> = {
  NOT_FOUND: ({ what }) =>
    what === 'centre'
      ? { title: '没找到这个中心', next: '换一个中心再选文件。' }
      : { title: '文件已经清掉了', next: '传上来的文件只留一天，请再选一次。' },
  TABLE_REFUSED: ({ problem }) => ({ title: '这个文件读不了', next: `${problem}。` }),
}
