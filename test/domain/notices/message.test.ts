import { notInMessage } from '@/domain/notices/message'

const OWN = '0371-00000000'

test.each([
  ['周六请带一支毛笔，教室换到三楼。', null],
  ['12月5日 09:30–11:00 在 302 教室', null],
  ['有事打中心电话 0371 0000 0000', null],
  ['看 https://example.com/x', 'link'],
  ['上 example.com.cn 报名', 'link'],
  ['ＷＷＷ.example.org', 'link'],
  ['打 138 0000 0000 找我', 'phone'],
  ['打１３８００００００００', 'phone'],
  ['打 0371-00000000 或 66660000', 'phone'],
])('%s', (text, what) => {
  expect(notInMessage(text, OWN)).toBe(what)
})
