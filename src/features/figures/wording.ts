import type { Wording } from '../refusal-words'

const SPAN_REVERSED = () => ({ title: '月份前后颠倒了', next: '回去重新选一段。' })
const SPAN_TOO_LONG = ({ months }: { months: number }) => ({
  title: '这一段太长',
  next: `一次最多看 ${months} 个月，选短一点再看。`,
})

export const centreFiguresWords: Wording<'figures.centre'> = {
  SPAN_REVERSED,
  SPAN_TOO_LONG,
  NOT_FOUND: () => ({ title: '没找到这个中心', next: '换一个中心再看。' }),
}

export const districtFiguresWords: Wording<'figures.district'> = { SPAN_REVERSED, SPAN_TOO_LONG }
