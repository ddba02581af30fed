import { standingInWords } from '@/features/queue/standing'

const queue = (change: Partial<Parameters<typeof standingInWords>[0]>) =>
  standingInWords({ called: 8, nextUp: 9, waiting: 5, mine: [], pollAfterMs: 5000, ...change })
const waiting = (number: number, ahead: number) => ({ number, ahead, state: 'waiting' as const })

it('says where the queue is and how many are before mine', () => {
  expect(queue({ called: null, mine: [waiting(3, 2)] })).toBe('还没开始叫号，您前面还有 2 位')
  expect(queue({ mine: [waiting(13, 4), waiting(12, 3)] })).toBe('叫到 8 号了，您前面还有 3 位')
  expect(queue({ mine: [waiting(9, 0)] })).toBe('叫到 8 号了，下一个就是您')
  expect(queue({ mine: [{ number: 8, ahead: 0, state: 'called' }] })).toBe('叫到 8 号了')
})
