import type { Wording } from '../refusal-words'

export const openCentreWords: Wording<'centres.open'> = {
  CENTRE_ID_TAKEN: ({ name }) => ({
    title: '这个编号已经有了',
    next: `是“${name}”的，回第一步换一个编号。`,
  }),
  NOT_FOUND: () => ({ title: '没找到要照着开的中心', next: '回上一步重新选一个，或者空着开。' }),
}
