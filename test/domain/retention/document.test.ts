/** docs/retention.md says what the code does: written by `UPDATE_DOCS=1`, and held against it here. */
import { readFileSync, writeFileSync } from 'node:fs'
import { DATA_GROUPS } from '@/domain/retention/groups'
import { DATA_GROUP_KEYS } from '@/domain/retention/kept-after'
import { KEPT_FOR_DAYS } from '@/domain/retention/kept-for'
import { NOT_PERSONAL, PERSONAL_TABLES } from '@/domain/retention/personal-data'

const FILE = 'docs/retention.md'

function document(): string {
  const groups = DATA_GROUP_KEYS.map((key) => {
    const { title, holds, why, kept, basis, erased } = DATA_GROUPS[key]
    return `| ${title} | ${holds} | ${why} | ${kept} | ${basis} | ${erased} |`
  })
  const tables = Object.entries(PERSONAL_TABLES).map(([table, { group, persons, about }]) => {
    const named = Object.entries(persons).map(([column, erasing]) => `\`${column}\`: ${erasing}`)
    return `| \`${table}\` | ${DATA_GROUPS[group].title} | ${named.join(', ')} | ${about.join(', ')} |`
  })
  const days = Object.entries(KEPT_FOR_DAYS).map(([what, count]) => `| \`${what}\` | ${count} |`)
  const others = Object.entries(NOT_PERSONAL).map(([table, holds]) => `| \`${table}\` | ${holds} |`)
  return [
    '# What is kept about people, and for how long',
    'Written from `src/domain/retention` (`UPDATE_DOCS=1 npx jest -c test/jest.config.js --selectProjects unit --testPathPattern retention/document`). Articles are of 个人信息保护法 where no other law is named.',
    '## 居民看的',
    '| 类别 | 存什么 | 用来做什么 | 留多久 | 依据 | 注销以后 |\n|---|---|---|---|---|---|\n' +
      groups.join('\n'),
    '## Tables',
    'What erasing an account does with each column that names somebody: `delete` takes the row away, `cut` puts a number in its place that is nobody’s, `clear` empties it, `keep` leaves it because a law wants it.',
    '| table | group | names somebody | says of them |\n|---|---|---|---|\n' + tables.join('\n'),
    '## Days',
    'The jobs that forget take these.',
    '| what | days |\n|---|---|\n' + days.join('\n'),
    '## Not personal',
    '| table | holds |\n|---|---|\n' + others.join('\n'),
    '',
  ].join('\n\n')
}

test('The document says what the schedule says', () => {
  if (process.env['UPDATE_DOCS']) writeFileSync(FILE, document())
  expect(readFileSync(FILE, 'utf8').trimEnd()).toBe(document().trimEnd())
})

test('The words of each group name the days that its rows are kept', () => {
  const says = (group: keyof typeof DATA_GROUPS, words: string) =>
    expect(DATA_GROUPS[group].kept).toContain(words)
  expect(KEPT_FOR_DAYS).toMatchObject({
    ...{ bookings: 730, draws: 1095, strikes: 365, notices: 365, consultationText: 180 },
    ...{ consultations: 1095, partiesMet: 730, stationReports: 90, desks: 7, files: 1, answers: 2 },
    ...{ roles: 1095, removedFamily: 730, accounts: 1095 },
  })
  says('identity', '三年')
  says('bookings', '两年')
  says('draws', '三年')
  says('strikes', '一年')
  says('notices', '一年')
  says('consultations', '180 天')
  says('consultations', '三年')
  says('professionals', '两年')
  says('stations', '90 天')
  says('desks', '七天')
  says('files', '一天')
  says('answers', '两天')
  says('roles', '三年')
  says('family', '两年')
})
