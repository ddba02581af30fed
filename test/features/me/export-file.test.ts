import type { Output } from '@/contract'
import type { Attached } from '@/features/me/collect-copy'
import { exportFile, sectionsOf } from '@/features/me/export-file'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))

const fileOf = (pages: Output<'me.export'>[], attached: [string, Attached][] = []): string =>
  exportFile({ pages, attached: new Map(attached) }, '2026-11-26')

const page = (more: Partial<Output<'me.export'>>): Output<'me.export'> => ({
  ...{
    group: 'identity',
    title: '我是谁',
    why: '认出是同一个人',
    kept: '到您注销为止；三年没来过，我们替您注销',
  },
  ...{ basis: '第十三条', items: [], after: null },
  ...more,
})

test('Pages of one group are one section, and what is empty is left out', () => {
  const sections = sectionsOf([
    page({ items: [[['称呼', '示例']]] }),
    page({ group: 'bookings', title: '报名和上课', items: [[['活动', '甲']]] }),
    page({ group: 'bookings', title: '报名和上课', items: [[['活动', '乙']]] }),
    page({ group: 'notices', title: '通知' }),
  ])
  expect(sections.map(({ title, items }) => [title, items.length])).toEqual([
    ['我是谁', 1],
    ['报名和上课', 2],
  ])
})

test('What somebody wrote is shown as it is, and runs nowhere', () => {
  const wicked = '</script><script>alert(1)</script>&"'
  const file = fileOf([page({ items: [[['称呼', wicked]]] })])
  expect(file.split('<script')).toHaveLength(2)
  expect(file.split('</script>')).toHaveLength(2)
  expect(file).toContain('<td>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;</td>')
  const json = /id="data">(.*)<\/script>/.exec(file)![1]!
  const data = JSON.parse(json) as { 内容: { 条目: { 称呼: string }[] }[] }
  expect(data.内容[0]!.条目[0]!.称呼).toBe(wicked)
  expect(file).toContain('2026-11-26导出')
})

const attachment = (item: number, attachmentId: string, kind: 'jpeg' | 'pdf' = 'jpeg') => ({
  ...{ item, attachmentId, name: `${attachmentId}.${kind}`, kind, bytes: 3 },
})
const cases = { group: 'consultations', title: '找律师' } as const

test('A file stands at the consultation that it was added to', () => {
  const file = fileOf(
    [
      page({ ...cases, items: [[['写的事', '甲']]], attachments: [attachment(0, 'of-a')] }),
      page({
        ...{ ...cases, items: [[['写的事', '乙']], [['写的事', '丙']]] },
        attachments: [attachment(1, 'of-c', 'pdf')],
      }),
    ],
    [
      ['of-a', Uint8Array.of(0xff, 0xd8, 0xff)],
      ['of-c', Uint8Array.of(0x25, 0x50)],
    ],
  )
  const [a, b, c] = ['甲', '乙', '丙'].map((word) => file.indexOf(`<td>${word}</td>`))
  const picture = file.indexOf('<img alt="附件：of-a.jpeg" src="data:image/jpeg;base64,/9j/">')
  const pdf = file.indexOf('<a download="of-c.pdf" href="data:application/pdf;base64,JVA=">')
  expect([a, picture, b, c, pdf]).toEqual(
    [a, picture, b, c, pdf].sort((one, other) => one! - other!),
  )
  expect(Math.min(a!, picture)).toBeGreaterThan(0)
  expect(file).not.toContain('没放进来')
})

test('Why a file is not in it stands in its place, and its name runs nowhere', () => {
  const wicked = { ...attachment(0, 'one'), name: '"><script>alert(1)</script>' }
  const attachments = [wicked, attachment(0, 'two')]
  const file = fileOf(
    [page({ ...cases, items: [[['写的事', '甲']]], attachments })],
    [
      ['one', Uint8Array.of(1)],
      ['two', 'too-much'],
    ],
  )
  expect(file.split('<script')).toHaveLength(2)
  expect(file).toContain('alt="附件：&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
  expect(file).toContain('附件：two.jpeg（太大，没放进来；在“我的预约”里打开它）')
  expect(fileOf([page({ ...cases, items: [[]], attachments: [attachment(0, 'lost')] })])).toContain(
    '附件：lost.jpeg（已经去掉或者销毁了）',
  )
})
