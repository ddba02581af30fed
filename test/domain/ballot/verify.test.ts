import fc from 'fast-check'
import { sha256Hex, sha256HexInSlices } from '@/domain/ballot/digest'
import { draw } from '@/domain/ballot/draw'
import { type EntryList, METHOD, writeList } from '@/domain/ballot/entry-list'
import { writeResults } from '@/domain/ballot/results'
import { toEnd } from '@/domain/ballot/slices'
import { type Proof, verify, verifyInSlices } from '@/domain/ballot/verify'
import { whyOf } from '@/domain/ballot/why'
import { toInstantText } from '@/domain/time/instant'
import { aList, anyList, anyNumber, singles } from './lists'

function proofOf(list: EntryList, number = '05111722293308'): Proof {
  const text = writeList(list)
  const listHash = sha256Hex(text)
  return {
    method: METHOD,
    ballotId: list.ballotId,
    closesAt: toInstantText(list.closesAt),
    numberSource: list.numberSource,
    numberAt: toInstantText(list.numberAt),
    ...{ list: text, listHash, number, results: writeResults(draw(list, listHash, number)) },
  }
}

const LIST = aList(singles(1, 2, 1, 4, 1, 1, 3, 1), [3])
const proof = proofOf(LIST)

test('An honest draw is found to be one', () => {
  expect(verify(proof)).toEqual([])
  expect(verify(proof, { listHash: proof.listHash!, number: proof.number! })).toEqual([])
  fc.assert(
    fc.property(anyList, anyNumber, (list, number) => {
      expect(verify(proofOf(list, number))).toEqual([])
    }),
  )
})

describe('what is not honest is detected:', () => {
  const altered = proof.list!.replace('entry 3 1 1 1', 'entry 3 1 4 1')

  test('an entry list that was altered after closing', () => {
    expect(verify({ ...proof, list: altered })).toContain('LIST_ALTERED')
    expect(verify({ ...proof, list: proof.list!.replace('entry 3 1 1 1\n', '') })).toContain(
      'LIST_ALTERED',
    )
    // With the hash made anew the results no longer follow…
    const rehashed = { ...proof, list: altered, listHash: sha256Hex(altered) }
    expect(verify(rehashed)).toEqual(['RESULTS_DIFFER'])
    // …and with all made anew the hash is not the one that people noted at closing.
    const remade = proofOf(aList(singles(1, 2, 4, 4, 1, 1, 3, 1), [3]))
    expect(verify(remade, { listHash: proof.listHash! })).toEqual(['OTHER_LIST'])
  })

  test('a number that was swapped for another', () => {
    expect(verify({ ...proof, number: '05111722293309' })).toEqual(['RESULTS_DIFFER'])
    const swapped = proofOf(LIST, '05111722293309')
    expect(verify(swapped, { number: proof.number! })).toEqual(['OTHER_NUMBER'])
  })

  test('a draw that was made before, for another ballot', () => {
    const replayed = { ...proof, ballotId: 'nongye.spring-ballot' }
    expect(verify(replayed)).toEqual(['ANNOUNCED_OTHERWISE'])
    const other = proofOf({ ...LIST, ballotId: 'nongye.spring-ballot' })
    expect(other.results).not.toBe(proof.results)
    expect(verify({ ...other, results: proof.results })).toEqual(['RESULTS_DIFFER'])
  })

  test('a source or an hour of the number that was named afterwards', () => {
    expect(verify({ ...proof, numberSource: '上证指数' })).toEqual(['ANNOUNCED_OTHERWISE'])
    expect(verify({ ...proof, numberAt: '2026-12-03T21:30:00+08:00' })).toEqual([
      'ANNOUNCED_OTHERWISE',
    ])
  })

  test('any single result that was changed', () => {
    const lines = proof.results!.trimEnd().split('\n')
    for (const [index, line] of lines.entries()) {
      const changed = line.endsWith('-') ? line.replace('-', '1') : line.replace(/\d+$/, '-')
      const results = [...lines.slice(0, index), changed, ...lines.slice(index + 1), ''].join('\n')
      expect(verify({ ...proof, results })).toEqual(['RESULTS_DIFFER'])
    }
  })

  test('a list that cannot be read, and another method', () => {
    const list = proof.list!.replace('end', 'ende')
    expect(verify({ ...proof, list, listHash: sha256Hex(list) })).toEqual(['LIST_UNREADABLE'])
    expect(verify({ ...proof, method: 'changlai-ballot-2' })).toEqual(['OTHER_METHOD'])
  })
})

test('Before the draw there is nothing to check but the list', () => {
  const undrawn = { ...proof, number: null, results: null }
  expect(verify({ ...undrawn, list: null, listHash: null })).toEqual(['NOT_DRAWN'])
  expect(verify(undrawn)).toEqual(['NOT_DRAWN'])
  const altered = proof.list!.replace('entry 3 1 1 1', 'entry 3 1 2 1')
  expect(verify({ ...undrawn, list: altered })).toEqual(['LIST_ALTERED', 'NOT_DRAWN'])
})

describe('in slices, so that a screen stays alive,', () => {
  test('a long list is drawn with a pause after every hundred entries, and found the same', () => {
    const list = aList(singles(...Array.from({ length: 950 }, (_, at) => 1 + (at % 4))), [40])
    const long = proofOf(list)
    const checking = verifyInSlices(long)
    const done: number[] = []
    let step = checking.next()
    for (; !step.done; step = checking.next()) done.push(step.value)
    expect(done.filter((part) => part > 0)).toHaveLength(9)
    expect(done).toEqual([...done].sort((a, b) => a - b))
    expect(step.value.findings).toEqual([])
    expect(step.value.list).toEqual(list)
    expect(writeResults(step.value.drawn!)).toBe(long.results)
  })

  test('a text has the hash that it has at once, wherever it is cut', () => {
    for (const text of ['', 'a', '摇号'.repeat(5_000), `a${'\u{1F3B2}'.repeat(9_000)}`]) {
      expect(toEnd(sha256HexInSlices(text))).toBe(sha256Hex(text))
    }
  })
})

test('Every entry learns its place, and how it stood with each of its wishes', () => {
  fc.assert(
    fc.property(anyList, anyNumber, (list, number) => {
      const drawn = draw(list, 'hash', number)
      for (const { number: key, place, won } of drawn) {
        const why = whyOf(list, drawn, key)!
        expect(why).toMatchObject({ number: key, place, of: list.entries.length })
        const got = why.wishes.filter(({ outcome }) => outcome === 'won')
        expect(got.map(({ poolId }) => poolId)).toEqual(
          won === null ? [] : [list.pools[won - 1]!.poolId],
        )
        for (const { left, outcome } of why.wishes) {
          if (outcome === 'won') expect(left).toBeGreaterThanOrEqual(why.seats)
          if (outcome === 'too-few') expect(left).toBeLessThan(why.seats)
          expect(left).toBeGreaterThanOrEqual(0)
        }
      }
      expect(whyOf(list, drawn, 999)).toBeNull()
    }),
  )
})
