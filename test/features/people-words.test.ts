import { PERMISSIONS } from '@/cloud/permissions'
import { contract } from '@/contract'
import { OWN_OPERATIONS } from '@/domain/access/own-operations'
import { ROLES } from '@/domain/access/role'
import { ROLE_OPERATIONS, roleOperationInWords } from '@/domain/access/role-operations'
import { COMMANDS } from '@/gateway/call/wire'
import {
  type Entry,
  byDay,
  entryInWords,
  outcomeTag,
  whatInWords,
} from '@/features/people/audit-words'
import { AREAS } from '@/features/people/areas'
import { roleName, rolesGivenIn, whatRoleMay } from '@/features/people/role-words'

const entry = (more: Partial<Entry> = {}): Entry => ({
  ...{ entryId: 'nongye.a', at: '2026-11-22T09:05:00+08:00', workerKey: 'nongye.0a', target: 'x' },
  ...{ nickname: '示例职员', role: 'staff', operation: 'attendance.mark', facts: {} },
  ...{ outcome: 'done', refused: null, about: null },
  ...more,
})

it('has words for every operation that needs a role, and a kind to find it by', () => {
  const needed = Object.entries(PERMISSIONS).filter(([, { role }]) => role !== null)
  const names = [...needed.map(([operation]) => operation), 'roles.accept']
  expect(Object.keys(ROLE_OPERATIONS).sort()).toEqual(names.sort())
  const areas = AREAS.map(({ value }) => value)
  expect([...new Set(names.map((name) => name.split('.')[0]!))].sort()).toEqual(areas.sort())
  for (const words of Object.values(ROLE_OPERATIONS)) expect(words).toMatch(/^[\u4e00-\u9fff]{2,}$/)
  expect(new Set(Object.values(ROLE_OPERATIONS)).size).toBe(names.length)
  expect(roleOperationInWords('only.aNewerServer')).toBe('别的操作')
  expect(Object.keys(contract)).toEqual(expect.arrayContaining(names))
})

it('has words for every other command, as whoever gave it reads them in their copy', () => {
  const own = Object.keys(COMMANDS).filter((name) => !(name in ROLE_OPERATIONS))
  expect(Object.keys(OWN_OPERATIONS).sort()).toEqual(own.sort())
  for (const words of Object.values(OWN_OPERATIONS))
    expect(words).toMatch(/^[\u4e00-\u9fff“”]{2,}$/)
  expect(new Set(Object.values(OWN_OPERATIONS)).size).toBe(own.length)
})

it('says of every role what it is called and may do, and gives each in its place alone', () => {
  for (const role of ROLES) {
    expect(roleName(role)).toMatch(/^[\u4e00-\u9fff]{2,6}$/)
    expect(whatRoleMay(role)).toMatch(/。$/)
  }
  expect(rolesGivenIn('*')).toEqual(['district'])
  expect([...rolesGivenIn('nongye'), 'district'].sort()).toEqual([...ROLES].sort())
  expect(roleName('only-a-newer-server' as never)).toBe('别的身份')
})

it('says what was done, by whom, and how it went', () => {
  expect(entryInWords(entry({ facts: { mark: 'present' } }))).toBe(
    '09:05，示例职员（工作人员），点名 到了',
  )
  const about = { nickname: '示例新人', role: 'volunteer' as const }
  expect(whatInWords(entry({ operation: 'roles.remove', about }))).toBe(
    '把示例新人的志愿者身份拿掉',
  )
  const invited = { operation: 'roles.invite', facts: { role: 'teacher' } }
  expect(whatInWords(entry(invited))).toBe('邀请一位老师')
  expect(outcomeTag(entry({ outcome: 'unfinished' }))!.text).toBe('没有做完')
  expect(outcomeTag(entry())).toBeNull()
  expect(
    entryInWords(entry({ nickname: null, outcome: 'read', operation: 'attendance.roster' })),
  ).toBe('09:05，一位工作人员，看名单，看')
})

it('puts entries under their days', () => {
  const days = ['2026-11-22', '2026-11-22', '2026-11-21'].map((day) =>
    entry({ at: `${day}T09:05:00+08:00` }),
  )
  expect(byDay(days).map(({ day, entries }) => [day, entries.length])).toEqual([
    ['2026-11-22', 2],
    ['2026-11-21', 1],
  ])
})
