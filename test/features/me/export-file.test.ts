import type { Output } from '@/contract'
import { exportFile, sectionsOf } from '@/features/me/export-file'

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
  const file = exportFile([page({ items: [[['称呼', wicked]]] })], '2026-11-26')
  expect(file.split('<script')).toHaveLength(2)
  expect(file.split('</script>')).toHaveLength(2)
  expect(file).toContain('<td>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;</td>')
  const json = /id="data">(.*)<\/script>/.exec(file)![1]!
  const data = JSON.parse(json) as { 内容: { 条目: { 称呼: string }[] }[] }
  expect(data.内容[0]!.条目[0]!.称呼).toBe(wicked)
  expect(file).toContain('2026-11-26导出')
})
