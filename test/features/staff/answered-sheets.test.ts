import { type AnsweredSheets, answersTo, withAnswers } from '@/features/staff/answered-sheets'

const NONE: AnsweredSheets = { sheets: [] }
const said = (seats: number) => ({ answers: { A2: { capacity: seats } }, defaults: {} })

test('Answers are those of their sheet, and forgotten once it is published', () => {
  const kept = withAnswers(withAnswers(NONE, '秋季.xlsx', said(1)), '冬季.xlsx', said(2))
  expect(answersTo(kept, '秋季.xlsx')).toEqual(said(1))
  expect(answersTo(withAnswers(kept, '秋季.xlsx', said(3)), '秋季.xlsx')).toEqual(said(3))
  const left = withAnswers(kept, '秋季.xlsx', null)
  expect(answersTo(left, '秋季.xlsx')).toEqual({ answers: {}, defaults: {} })
  expect(answersTo(left, '冬季.xlsx')).toEqual(said(2))
  expect(answersTo(null, '冬季.xlsx')).toEqual({ answers: {}, defaults: {} })
})

test('Of more sheets than anybody works at, the oldest goes', () => {
  const kept = ['1', '2', '3', '4', '5', '6'].reduce(
    (before, name, at) => withAnswers(before, name, said(at + 1)),
    NONE,
  )
  expect(kept.sheets.map(({ name }) => name)).toEqual(['6', '5', '4', '3', '2'])
})
