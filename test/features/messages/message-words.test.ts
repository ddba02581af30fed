import { oneLine, reachInWords, whyNot } from '@/features/messages/message-words'

const preview = { title: '示例合唱', people: 24, sentToday: 1, mostADay: 3 }

test('Staff read how many it reaches and how many they may send yet', () => {
  expect(reachInWords(preview)).toMatch(/^24 个人会在“通知”里看到.*今天还能发 2 条/)
  expect(reachInWords({ ...preview, people: 0 })).toMatch(/没有人/)
  expect(whyNot(preview)).toBeNull()
  expect(whyNot({ ...preview, people: 0 })).toBe('还没有人报名')
  expect(whyNot({ ...preview, sentToday: 3 })).toMatch(/明天再发/)
})

test('What was typed on two lines is said on one', () => {
  expect(oneLine(' 周六\n带\t毛笔 \u2028 ')).toBe('周六 带 毛笔')
  expect(oneLine(' \n ')).toBe('')
})
