import {
  barInWords,
  countdownInWords,
  openingRules,
  waitingInWords,
} from '@/features/seats/waiting-wording'
import type { Progress } from '@/gateway/call/tries'

const AT = 1_800_000_000_000

it('counts down by minutes, and by seconds in the last one', () => {
  const words = [600_000, 61_000, 60_000, 36_001, 1, 0, -5].map((left) =>
    countdownInWords(AT, AT - left),
  )
  expect(words).toEqual([
    '还有 10 分钟',
    '还有 2 分钟',
    '还有 60 秒',
    '还有 37 秒',
    '还有 1 秒',
    '到点了',
    '到点了',
  ])
})

it('says truly how it stands with what has no answer yet', () => {
  const pause = { step: 'pause', tries: 2, since: AT, until: AT + 2_600 } as const
  const busy: Progress = { ...pause, why: 'busy', waiting: 20_000 }
  const lost: Progress = { ...pause, why: 'lost', waiting: null }
  expect([waitingInWords(null).title, barInWords(null, AT)]).toEqual(['刚开放', '马上送出'])
  expect(waitingInWords({ step: 'sent', tries: 1, since: AT }).title).toBe('送出去了')
  expect(waitingInWords({ step: 'sent', tries: 3, since: AT }).count).toBe('第 3 次')
  expect(waitingInWords(busy).note).toContain('这会儿 20000 位在等')
  expect(waitingInWords({ ...busy, waiting: null }).note).not.toContain('位在等')
  expect(waitingInWords(lost).note).toContain('不会报两次')
  expect([0, 1_000, 2_599, 2_600].map((ms) => barInWords(busy, AT + ms))).toEqual([
    '3 秒后再问',
    '2 秒后再问',
    '1 秒后再问',
    '正在再问',
  ])
  expect(barInWords({ step: 'sent', tries: 1, since: AT }, AT + 4_200)).toBe('等了 4 秒')
})

it('publishes within what time phones send, as the server has it', () => {
  expect(openingRules(AT, 400).map(({ note }) => note)).toContain(
    '每部手机在 0.4 秒里随机错开送出。',
  )
  expect(openingRules(AT, 900)[1]!.note).toContain('0.9 秒')
})
