import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ledger } from './ledger'

const folder = mkdtempSync(join(tmpdir(), 'changlai-ledger-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const done = { ok: true, seconds: 1, output: '' }
const failed = { ok: false, seconds: 1, output: 'what went wrong' }

describe('the ledger of a test run', () => {
  let written: string[] = []
  beforeEach(() => {
    written = []
    jest.spyOn(console, 'log').mockImplementation((line: string) => written.push(line))
  })
  afterEach(() => jest.restoreAllMocks())

  it('sums the tests of every part and ends with the totals alone on a line', () => {
    const ledger = new Ledger(join(folder, 'figures'))
    ledger.add('lint', done)
    ledger.add('unit', { ...done, passed: 40, failed: 0, skipped: 0 })
    expect(ledger.close()).toBe(0)
    expect(written.at(-1)).toBe('41 passed, 0 failed')
  })

  it('counts a check that fails as one failure and shows what it wrote', () => {
    const ledger = new Ledger(join(folder, 'figures'))
    ledger.add('typecheck', failed)
    ledger.add('race', { ...failed, passed: 3, failed: 2, skipped: 1 })
    expect(ledger.close()).toBe(1)
    expect(written.join('\n')).toContain('what went wrong')
    expect(written.at(-1)).toBe('3 passed, 3 failed')
  })

  it('names every failed test once more at the end', () => {
    const ledger = new Ledger(join(folder, 'figures'))
    const failure = {
      file: 'test/race/book.test.ts',
      test: 'sells no seat twice',
      message: '2 != 1',
    }
    ledger.add('race', { ...failed, passed: 3, failed: 1, skipped: 0, failures: [failure] })
    ledger.add('weapp', { ...done, passed: 5, failed: 0, skipped: 0, failures: [] })
    ledger.close()
    expect(written.at(-4)).toBe('✘ test/race/book.test.ts › sells no seat twice\n    2 != 1')
  })

  it('shows what the tests measured, and nothing of an earlier run', () => {
    mkdirSync(join(folder, 'figures'), { recursive: true })
    writeFileSync(join(folder, 'figures', 'old.txt'), 'old figures')
    const ledger = new Ledger(join(folder, 'figures'))
    mkdirSync(join(folder, 'figures'), { recursive: true })
    writeFileSync(join(folder, 'figures', 'new.txt'), 'new figures')
    ledger.close()
    expect(written.join('\n')).toContain('new figures')
    expect(written.join('\n')).not.toContain('old figures')
  })

  it('fails for what is missing before any step', () => {
    const ledger = new Ledger(join(folder, 'figures'))
    ledger.fail('browser', 'Install chromium.')
    expect(ledger.close()).toBe(1)
    expect(written.join('\n')).toContain('Install chromium.')
  })
})
