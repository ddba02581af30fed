import type { Answer } from '../faults/ledger'
import { judgeFrozen } from './frozen-questions'
import { commitOf, olderHostOptions } from './options'
import { lackingOf } from './packages'

describe('what an older host is asked for', () => {
  it('is the newest release, five rounds, and the tests of its doors, where nothing is said', () => {
    const usual = { revision: null, rounds: 5, seed: 1, tests: 'cloud/black-box' }
    expect(olderHostOptions([])).toEqual(usual)
    expect(olderHostOptions(['v1', '--rounds', '2'])).toEqual({
      ...{ ...usual, revision: 'v1', rounds: 2 },
    })
  })

  it.each([[['--rounds', '0']], [['--seed', 'x']], [['v1', 'v2']], [['--quick']]])(
    'is refused where it makes no sense: %j',
    (args) => expect(() => olderHostOptions(args)).toThrow(),
  )

  it('is a commit that there is', () => {
    expect(() => commitOf('no-such-revision')).toThrow()
  })
})

describe('packages of an older release', () => {
  const lock = (packages: Record<string, { version: string; integrity: string }>) => ({ packages })
  const pg = { version: '8.0.0', integrity: 'a' }

  it('are those of here where each is the same, whatever came since', () => {
    const here = lock({ '': pg, 'node_modules/pg': pg, 'node_modules/later': pg })
    const older = lock({ '': { ...pg, version: '7' }, 'node_modules/pg': pg })
    expect(lackingOf(older, here)).toEqual([])
  })

  it('are others where one is gone, of another version or of other bytes', () => {
    const older = lock({ 'node_modules/pg': pg })
    const lacking = ['node_modules/pg']
    expect(lackingOf(older, lock({}))).toEqual(lacking)
    expect(lackingOf(older, lock({ 'node_modules/pg': { ...pg, version: '9' } }))).toEqual(lacking)
    expect(lackingOf(older, lock({ 'node_modules/pg': { ...pg, integrity: 'b' } }))).toEqual(
      lacking,
    )
  })
})

describe('what an older host says to a newer phone', () => {
  const question = { operation: 'seats.book' }
  const value: Answer = { ok: true, value: {} }
  const refused = (code: string, facts = {}): Answer => ({ ok: false, code, facts })
  const judged = (older: Answer, here: Answer) => judgeFrozen([{ question, older, here }])

  it('is well where it answers, refuses, or does not know the operation', () => {
    const well = [value, refused('SOLD_OUT'), refused('NOT_FOUND', { what: 'pool' })]
    for (const older of well)
      expect(judged(older, value)).toEqual({ asked: 1, unknown: [], unknownFields: [], wrong: [] })
    const unknown = refused('NOT_FOUND', { what: 'operation' })
    expect(judged(unknown, value)).toMatchObject({ unknown: ['seats.book'], wrong: [] })
  })

  it('names a field that came later', () => {
    const older = refused('INVALID_INPUT', { path: 'more', reason: 'UNKNOWN_FIELD' })
    expect(judged(older, value)).toMatchObject({ unknownFields: ['seats.book more'], wrong: [] })
  })

  it('is wrong where it fails or cannot read, unless a host of this tree says the same', () => {
    for (const older of [refused('UNAVAILABLE'), refused('INVALID_INPUT', { reason: 'TYPE' })]) {
      expect(judged(older, value).wrong).toHaveLength(1)
      expect(judged(older, older).wrong).toEqual([])
    }
  })
})
