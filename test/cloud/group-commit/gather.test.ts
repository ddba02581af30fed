import { AGAIN, Gather } from '../../../src/cloud/group-commit/gather'
import { Overloaded } from '../../../src/cloud/overloaded'

const LIMITS = { most: 4, waiting: 6 }

/** A group that comes back when it is let go, and what was sent in each. */
function held(most = LIMITS.most) {
  const groups: number[][] = []
  let letGo = () => {}
  const gather = new Gather<number, string>(
    async (items) => {
      groups.push([...items])
      await new Promise<void>((resolve) => (letGo = resolve))
      return items.map((item) => `answer ${item}`)
    },
    'given up',
    { ...LIMITS, most },
  )
  const returnOne = async () => {
    letGo()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { gather, groups, returnOne }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

it('sends who comes alone at once, and what arrives meanwhile together, in its order', async () => {
  const { gather, groups, returnOne } = held()
  const first = gather.ask(1)
  await turn()
  expect(groups).toEqual([[1]])
  const others = [2, 3, 4, 5, 6].map((item) => gather.ask(item))
  await turn()
  expect(groups).toEqual([[1]])
  await returnOne()
  expect(await first).toBe('answer 1')
  expect(groups).toEqual([[1], [2, 3, 4, 5]])
  await returnOne()
  await returnOne()
  expect(await Promise.all(others)).toEqual([2, 3, 4, 5, 6].map((item) => `answer ${item}`))
  expect(groups).toEqual([[1], [2, 3, 4, 5], [6]])
  const later = gather.ask(7)
  await turn()
  await returnOne()
  expect(await later).toBe('answer 7')
})

it('sends the next group before anybody of the last one goes on', async () => {
  const { gather, groups, returnOne } = held()
  const sentBefore: number[] = []
  const first = gather.ask(1).then(() => sentBefore.push(groups.length))
  await turn()
  const second = gather.ask(2).then(() => sentBefore.push(groups.length))
  await returnOne()
  await first
  await returnOne()
  await second
  expect(sentBefore).toEqual([2, 2])
})

it('lets no more wait than it may, and begins nothing of what it refuses', async () => {
  const { gather, groups, returnOne } = held()
  const taken = [1, 2, 3, 4, 5, 6].map((item) => gather.ask(item))
  let refused: unknown
  try {
    void gather.ask(7)
  } catch (error) {
    refused = error
  }
  expect(refused).toBeInstanceOf(Overloaded)
  expect(refused).toMatchObject({ retryAfterMs: 2_000, waiting: 6 })
  await turn()
  await returnOne()
  await returnOne()
  await Promise.all(taken)
  expect(groups.flat()).toEqual([1, 2, 3, 4, 5, 6])
})

it('asks again before what came after, and gives up when others are always quicker', async () => {
  const seen: number[][] = []
  const times = new Map<number, number>()
  const gather = new Gather<number, string>(
    async (items) => {
      seen.push([...items])
      return items.map((item) => {
        const asked = (times.get(item) ?? 0) + 1
        times.set(item, asked)
        return item === 13 || (item === 2 && asked < 3) ? AGAIN : `answer ${item}`
      })
    },
    'given up',
    { most: 3, waiting: 100 },
  )
  const answers = await Promise.all([1, 2, 3, 4, 5].map((item) => gather.ask(item)))
  expect(answers).toEqual([1, 2, 3, 4, 5].map((item) => `answer ${item}`))
  expect(seen).toEqual([[1, 2, 3], [2, 4, 5], [2]])
  expect(await gather.ask(13)).toBe('given up')
})

describe('when the database refuses a group', () => {
  const refusing = (code: string, bad: number) => {
    const groups: number[][] = []
    const gather = new Gather<number, string>(
      async (items) => {
        groups.push([...items])
        if (items.includes(bad)) throw Object.assign(new Error('refused'), { code })
        return items.map((item) => `answer ${item}`)
      },
      'given up',
      { most: 8, waiting: 100 },
    )
    return { gather, groups }
  }
  const settle = (gather: Gather<number, string>) =>
    Promise.allSettled([1, 2, 3, 4, 5, 6, 7, 8].map((item) => gather.ask(item)))

  it.each(['23505', '22P02', '40P01', '40001'])(
    'for %s, it is said to the one whom it is about, and the others have their answers',
    async (code) => {
      const { gather, groups } = refusing(code, 6)
      const answers = await settle(gather)
      expect(answers.map(({ status }) => status).join(' ')).toBe(
        [1, 2, 3, 4, 5, 6, 7, 8].map((item) => (item === 6 ? 'rejected' : 'fulfilled')).join(' '),
      )
      expect(groups.length).toBeLessThanOrEqual(7)
    },
  )

  it('asks again before the other half, which came later', async () => {
    const groups: number[][] = []
    let asked = 0
    const gather = new Gather<number, string>(
      async (items) => {
        groups.push([...items])
        if (items.includes(4)) throw Object.assign(new Error('refused'), { code: '23505' })
        return items.map((item) => (item === 2 && (asked += 1) < 2 ? AGAIN : `answer ${item}`))
      },
      'given up',
      { most: 4, waiting: 100 },
    )
    const answers = await Promise.allSettled([1, 2, 3, 4].map((item) => gather.ask(item)))
    expect(answers.map(({ status }) => status === 'fulfilled')).toEqual([true, true, true, false])
    expect(groups).toEqual([[1, 2, 3, 4], [1, 2], [2, 3, 4], [2], [3, 4], [3], [4]])
  })

  it.each(['ECONNRESET', '57P01', '08006'])(
    'for %s, nobody of it is asked twice: what became of it is not known',
    async (code) => {
      const { gather, groups } = refusing(code, 6)
      const answers = await settle(gather)
      expect(answers.every(({ status }) => status === 'rejected')).toBe(true)
      expect(groups).toEqual([[1, 2, 3, 4, 5, 6, 7, 8]])
    },
  )
})

it('answers who need no longer be asked for when their group would leave, and fills it with others', async () => {
  const known = new Set<number>()
  const groups: number[][] = []
  let letGo = () => {}
  const gather = new Gather<number, string>(
    async (items) => {
      groups.push([...items])
      await new Promise<void>((resolve) => (letGo = resolve))
      return items.map((item) => `answer ${item}`)
    },
    'given up',
    { most: 2, waiting: 9 },
    (item) => (known.has(item) ? `known ${item}` : null),
  )
  const first = gather.ask(1)
  await turn()
  const others = [2, 3, 4, 5].map((item) => gather.ask(item))
  known.add(2).add(4)
  letGo()
  expect(await first).toBe('answer 1')
  await turn()
  expect(groups).toEqual([[1], [3, 5]])
  letGo()
  expect(await Promise.all(others)).toEqual(['known 2', 'answer 3', 'known 4', 'answer 5'])
  // Nobody is left who is to be asked for: the next one goes at once.
  known.add(6)
  expect(await gather.ask(6)).toBe('known 6')
  const last = gather.ask(7)
  await turn()
  letGo()
  expect(await last).toBe('answer 7')
  expect(groups).toEqual([[1], [3, 5], [7]])
})
