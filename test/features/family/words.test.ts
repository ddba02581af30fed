import { CHILDREN_RULES, CHILDREN_RULES_EDITION } from '@/features/family/children-rules'
import { memberLine, removalInWords } from '@/features/family/member-words'
import { spokenCodeOf } from '@/features/spoken-code-words'
import { grandmother, member } from './members'

it('says who somebody is in a line', () => {
  expect(memberLine(member(), '2026-11-22')).toBe('孩子 · 7 岁')
  expect(memberLine(grandmother, '2026-11-22')).toBe('老人 · 自己也用常来')
})

it('says what stays and what goes when somebody is taken out', () => {
  expect(removalInWords(member())).toContain('名字和生日从这里删掉，家长同意也收回')
  expect(removalInWords(member())).toContain('已经报好的还算数')
  expect(removalInWords(grandmother)).toContain('以后不能替姥姥报名了')
})

it.each([
  ['7km 4xp', '7KM4XP'],
  [' 7K-M4 XP9 ', '7KM4XP'],
  ['口令7K', '7K'],
])('reads a code however it was written down: %j', (text, code) => {
  expect(spokenCodeOf(text)).toBe(code)
})

/** Article 10 of the Provisions on the Cyber Protection of Children's Personal Information (2019). */
it.each([
  ['the purpose, the way and the extent', /用来做什么.*记下什么|记下什么.*用来做什么/s],
  ['where and how long it is kept, and what comes after', /存在哪儿，存多久/],
  ['how it is kept safe', /加密/],
  ['what follows from refusing', /不同意会怎样/],
  ['how to complain', /投诉/],
  ['how to correct and delete', /怎么看、怎么改、怎么收回同意/],
  ['who sees it', /谁看得到/],
])('tells guardians %s', (_, told) => {
  const text = CHILDREN_RULES.map(({ title, lines }) => `${title} ${lines.join(' ')}`).join(' ')
  expect(text).toMatch(told)
  expect(CHILDREN_RULES_EDITION).toMatch(/^\d{4} 年 \d+ 月版$/)
})
