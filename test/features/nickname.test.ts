import * as v from 'valibot'
import { Nickname } from '@/contract/me'
import { nicknameProblem } from '@/features/nickname'

it.each([
  '小满',
  ' 小满 ',
  'a'.repeat(20),
  'a'.repeat(21),
  '王\n奶奶',
  '\u007f',
  'x\u2028',
  '讲'.repeat(20),
  '😀'.repeat(11),
])('agrees with the server about the nickname %j', (text) => {
  expect(nicknameProblem(text) === null).toBe(v.safeParse(Nickname, text).success)
})
