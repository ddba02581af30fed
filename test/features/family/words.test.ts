import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CHILDREN_RULES_VERSION } from '@/domain/family/consent'
import { KEPT_FOR_DAYS } from '@/domain/retention/kept-for'
import { PERSONAL_TABLES } from '@/domain/retention/personal-data'
import { CHILDREN_RULES, CHILDREN_RULES_IN_FORCE } from '@/features/family/children-rules'
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

const RULES_TEXT = CHILDREN_RULES.map(({ title, lines }) => `${title} ${lines.join(' ')}`).join(' ')

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
  expect(RULES_TEXT).toMatch(told)
})

it('tells guardians from which day it holds: the day that their consent is dated by', () => {
  const [year, month, day] = CHILDREN_RULES_VERSION.split('-').map(Number)
  expect(CHILDREN_RULES_IN_FORCE).toBe(`${year} 年 ${month} 月 ${day} 日起生效`)
})

it('tells guardians how to take a copy along and how to erase, by the buttons that are there', () => {
  const source = (file: string) => readFileSync(join('src', file), 'utf8')
  for (const [words, file] of [
    ['我的资料', 'pages/me-more/settings/settings.tsx'],
    ['导出我的资料', 'features/me/export-data.tsx'],
    ['注销', 'features/me/erase-account.tsx'],
  ] as const) {
    expect(RULES_TEXT).toContain(`“${words}”`)
    expect(source(file)).toContain(words)
  }
  expect(RULES_TEXT).toContain('“不再替某某报名”')
  expect(source('features/family/member-detail.tsx')).toContain('不再替${name}报名')
})

it('tells guardians what the schedule does with a child’s record and with their consent', () => {
  expect(RULES_TEXT).toContain('孩子的名字、生日，您的同意，马上一起删掉')
  expect(PERSONAL_TABLES['family_member']!.persons['holder_id']).toBe('delete')
  expect(PERSONAL_TABLES['guardian_consent']!.persons['guardian_id']).toBe('delete')
  expect(RULES_TEXT).toContain('不写是谁，最多两年')
  expect(KEPT_FOR_DAYS.removedFamily).toBe(2 * 365)
})
