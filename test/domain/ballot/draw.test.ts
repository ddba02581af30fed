import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { sha256Hex, utf8 } from '@/domain/ballot/digest'
import { chance, draw, seedOf } from '@/domain/ballot/draw'
import { type EntryList, readList, writeList } from '@/domain/ballot/entry-list'
import { publicNumber } from '@/domain/ballot/public-number'
import { readResults, writeResults } from '@/domain/ballot/results'
import { weightsOf } from '@/domain/ballot/weights'
import { aList, anyList, anyNumber, singles } from './lists'

const nodeHash = (text: string) => createHash('sha256').update(text, 'utf8').digest()

describe('a digest', () => {
  test('is that of the standard', () => {
    expect(sha256Hex('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  test('is that of Node for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(Buffer.from(utf8(text))).toEqual(Buffer.from(text, 'utf8'))
        expect(sha256Hex(text)).toBe(nodeHash(text).toString('hex'))
      }),
    )
  })
})

test('Whoever types a public number may put anything between its digits', () => {
  for (const typed of ['051117222933 08', '05,11,17,22,29,33+08', '05 11 17 22 29 33 + 08']) {
    expect(publicNumber(typed)).toBe('05111722293308')
  }
  expect(publicNumber('3012.45')).toBe('301245')
  for (const wrong of ['12345', 'a123456', '1234567a', ' 123456', '1'.repeat(61), '1,2,3,4,5']) {
    expect(publicNumber(wrong)).toBeNull()
  }
})

describe('the list', () => {
  test('is one text, that anybody can read', () => {
    const entries = [
      { number: 17, seats: 3, weight: 2, wishes: [2, 1] },
      { number: 4, seats: 1, weight: 1, wishes: [1] },
    ]
    expect(writeList(aList(entries, [20, 15]))).toBe(
      [
        'changlai-ballot-1',
        'ballot nongye.autumn-ballot',
        'closes 2026-12-01T18:00:00+08:00',
        'number-at 2026-12-02T21:30:00+08:00',
        'number-source 双色球第 2026138 期',
        'pool 1 nongye.class-1 20',
        'pool 2 nongye.class-2 15',
        'entry 4 1 1 1',
        'entry 17 3 2 2,1',
        'end',
        '',
      ].join('\n'),
    )
  })

  test('can be read again, and nothing else is taken for one', () => {
    fc.assert(
      fc.property(anyList, fc.nat(), fc.constantFrom(' ', '1', '\n', '0'), (list, at, more) => {
        const text = writeList(list)
        expect(readList(text)).toEqual(list)
        const changed = text.slice(0, at % text.length) + more + text.slice(at % text.length)
        const read = readList(changed)
        if (read) expect(writeList(read)).toBe(changed)
      }),
    )
    const good = writeList(aList(singles(1, 1)))
    for (const [from, to] of [
      ['entry 2 1 1 1', 'entry 1 1 1 1'],
      ['entry 2 1 1 1', 'entry 2 0 1 1'],
      ['entry 2 1 1 1', 'entry 2 1 0 1'],
      ['entry 2 1 1 1', 'entry 2 1 1 2'],
      ['entry 2 1 1 1', 'entry 2 1 1 1,1'],
      ['entry 2 1 1 1', 'entry 02 1 1 1'],
      ['changlai-ballot-1', 'changlai-ballot-2'],
      ['closes 2026-12-01', 'closes 2026-13-01'],
      ['end\n', ''],
    ] as const) {
      expect(readList(good.replace(from, to))).toBeNull()
    }
  })
})

/** The draw as somebody else might write it down from its description, with Node's own digest. */
function drawnByHand(list: EntryList, number: string): string {
  const listHash = nodeHash(writeList(list)).toString('hex')
  const seed = nodeHash(`changlai-ballot-1\n${listHash}\n${number}\n`).toString('hex')
  const remaining = [...list.entries]
  const left = list.pools.map(({ capacity }) => capacity)
  let text = ''
  for (let place = 1; remaining.length > 0; place += 1) {
    const total = BigInt(remaining.reduce((sum, { weight }) => sum + weight, 0))
    let ticket = 0n
    for (let attempt = 0; ; attempt += 1) {
      const digest = nodeHash(`${seed}\n${place}\n${attempt}\n`)
      const value = BigInt(`0x${digest.toString('hex').slice(0, 12)}`)
      if (value >= (2n ** 48n / total) * total) continue
      ticket = value % total
      break
    }
    let index = 0
    while (ticket >= BigInt(remaining[index]!.weight)) {
      ticket -= BigInt(remaining[index]!.weight)
      index += 1
    }
    const [entry] = remaining.splice(index, 1)
    let won = '-'
    for (const wish of entry!.wishes) {
      if (left[wish - 1]! < entry!.seats) continue
      left[wish - 1]! -= entry!.seats
      won = String(wish)
      break
    }
    text += `${place} ${entry!.number} ${won}\n`
  }
  return text
}

describe('the draw', () => {
  test('gives what its description gives, written down anew', () => {
    fc.assert(
      fc.property(anyList, anyNumber, (list, number) => {
        const drawn = draw(list, sha256Hex(writeList(list)), number)
        expect(writeResults(drawn)).toBe(drawnByHand(list, number))
        expect(readResults(writeResults(drawn))).toEqual(drawn)
      }),
    )
  })

  test('gives this for this list and number, today and in ten years', () => {
    const list = aList(
      [
        { number: 1, seats: 1, weight: 1, wishes: [1] },
        { number: 2, seats: 2, weight: 1, wishes: [1, 2] },
        { number: 3, seats: 1, weight: 4, wishes: [2] },
        { number: 5, seats: 1, weight: 2, wishes: [2, 1] },
      ],
      [2, 1],
    )
    // Worked out with another language's library.
    const listHash = '83d5b3aacf1bb78d1aa3a7a19ea1efdfc555e2585ff6c26c39ed697ffc922487'
    expect(sha256Hex(writeList(list))).toBe(listHash)
    expect(writeResults(draw(list, listHash, '05111722293308'))).toBe(
      '1 3 2\n2 1 1\n3 5 1\n4 2 -\n',
    )
  })

  test('draws everybody once, and gives nobody a seat that is not there', () => {
    fc.assert(
      fc.property(anyList, anyNumber, (list, number) => {
        const drawn = draw(list, sha256Hex(writeList(list)), number)
        expect(drawn.map(({ place }) => place)).toEqual(list.entries.map((_, index) => index + 1))
        expect(drawn.map((one) => one.number).sort((a, b) => a - b)).toEqual(
          list.entries.map((one) => one.number),
        )
        const entries = new Map(list.entries.map((one) => [one.number, one]))
        const left = list.pools.map(({ capacity }) => capacity)
        for (const { number: key, won } of drawn) {
          const { wishes, seats } = entries.get(key)!
          const firstThatFits = wishes.find((wish) => left[wish - 1]! >= seats) ?? null
          expect(won).toBe(firstThatFits)
          if (won !== null) left[won - 1]! -= seats
        }
        expect(left.every((seats) => seats >= 0)).toBe(true)
      }),
    )
  })

  test('draws ten thousand entries', () => {
    const list = aList(singles(...Array.from({ length: 10_000 }, (_, at) => 1 + (at % 4))), [500])
    expect(draw(list, 'hash', '123456').filter(({ won }) => won !== null)).toHaveLength(500)
  })

  test('takes weights out as one would along a line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 50 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        (weights, stream) => {
          const tree = weightsOf(weights)
          const line = weights.map((weight, position) => ({ weight, position }))
          while (line.length > 0) {
            const total = line.reduce((sum, { weight }) => sum + weight, 0)
            expect(tree.total()).toBe(total)
            const at = Math.floor((stream.next().value as number) * total)
            let [index, before] = [0, 0]
            while (before + line[index]!.weight <= at) before += line[index++]!.weight
            const [taken] = line.splice(index, 1)
            expect(tree.take(at)).toBe(taken!.position)
          }
        },
      ),
    )
  })

  test('never takes a number from the rest of the range', () => {
    const bound = 2 ** 47 + 1
    // Nearly half of all digests are of no use for this bound; the first that is, is taken.
    for (let step = 1; step <= 50; step += 1) {
      const value = chance('seed', step, bound)
      let attempt = 0
      const at = (index: number) =>
        Number(`0x${nodeHash(`seed\n${step}\n${index}\n`).toString('hex').slice(0, 12)}`)
      while (at(attempt) >= bound) attempt += 1
      expect(value).toBe(at(attempt))
    }
  })

  test('depends on the list and on the number', () => {
    expect(seedOf('a', '1')).not.toBe(seedOf('b', '1'))
    expect(seedOf('a', '1')).not.toBe(seedOf('a', '2'))
    expect(seedOf('a', '11')).not.toBe(seedOf('a1', '1'))
  })
})
