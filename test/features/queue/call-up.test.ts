import { callUpInWords, callUpOf, nextInWords } from '@/features/queue/call-up-words'
import { currentOf, deskStanding, marksOf, numberRow } from '@/features/queue/call-desk-words'

const standing = { called: 7, nextUp: 8, waiting: 5, pollAfterMs: 5000 }
const mine = (state: 'waiting' | 'called' | 'seen' | 'absent', ahead = 0, number = 12) => ({
  ...{ number, ahead, state },
})
const say = (called: number | null, ...own: ReturnType<typeof mine>[]) =>
  callUpInWords(callUpOf({ ...standing, called, mine: own }))

describe('the call-up screen', () => {
  it('says which number is called and how many are before mine', () => {
    expect(say(7, mine('waiting', 4))).toBe('现在 7 号，您是 12 号，前面还有 4 位')
    expect(say(11, mine('waiting'))).toBe('现在 11 号，您是 12 号，下一位就是您')
    expect(say(null, mine('waiting', 11))).toBe('还没开始叫号，您是 12 号，前面还有 11 位')
    expect(say(null, mine('waiting', 0, 1))).toBe('还没开始叫号，您是 1 号，您是第一位')
  })

  it('says what to do when one is called, and when one was not there', () => {
    expect(say(12, mine('called'))).toContain('叫到您了，请进')
    expect(say(13, mine('absent'))).toContain('跟工作人员说一声')
    expect(say(13, mine('seen'))).toContain('看过了')
  })

  it('tells a family of each of its numbers, and an onlooker of none', () => {
    expect(callUpOf({ ...standing, mine: [mine('seen'), mine('waiting', 1, 14)] }).lines).toEqual([
      { number: 12, words: '看过了', mood: 'over' },
      { number: 14, words: '前面还有 1 位', mood: 'waiting' },
    ])
    expect(say(7)).toBe('现在 7 号')
  })
})

it('says on a ticket how the queue stands for the first of its numbers that is not over', () => {
  const line = (called: number | null, ...own: ReturnType<typeof mine>[]) =>
    nextInWords(callUpOf({ ...standing, called, mine: own }))
  expect(line(7, mine('seen', 0, 6), mine('waiting', 4))).toBe('现在 7 号，前面还有 4 位')
  expect(line(12, mine('waiting', 3, 11), mine('called'))).toBe('现在 12 号，叫到您了，请进')
  expect(line(null, mine('waiting', 0, 1))).toBe('还没开始叫号，您是第一位')
  expect(line(7, mine('seen'))).toBe('现在 7 号')
})

describe('the desk that calls', () => {
  const one = (number: number, state: 'waiting' | 'called' | 'absent' | 'cancelled') => ({
    ...{ number, state, initial: number === 8 ? null : '王' },
  })
  const queue = {
    ...{ called: 7, nextUp: 8, waiting: 1, after: null },
    numbers: [one(6, 'absent'), one(7, 'called'), one(8, 'waiting'), one(9, 'cancelled')],
  }

  it('knows who is in: called last, and nothing said of it since', () => {
    expect(currentOf(queue)?.number).toBe(7)
    expect(currentOf({ ...queue, called: 6 })).toBeNull()
    expect(currentOf({ ...queue, called: null })).toBeNull()
  })

  it('says how the queue stands', () => {
    expect(deskStanding(queue)).toBe('叫到 7 号，还有 1 位在等')
    expect(deskStanding({ called: null, waiting: 0 })).toBe('还没开始叫号，没有人在等了')
  })

  it('names a number by no more than a character', () => {
    expect(numberRow(queue.numbers[1]!)).toMatchObject({
      title: '7 号 · 王',
      label: '7 号，王，叫到了',
    })
    expect(numberRow(queue.numbers[2]!)).toMatchObject({ title: '8 号', label: '8 号，在等' })
  })

  it('offers what is not so yet, and nothing for a number that was given back', () => {
    expect(marksOf(queue.numbers[0]!).map(({ mark }) => mark)).toEqual(['seen', 'waiting'])
    expect(marksOf(queue.numbers[3]!)).toEqual([])
  })
})
