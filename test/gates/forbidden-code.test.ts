import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Hit, hitsIn } from '../support/gates/code-hits'
import { WEAPP } from '../support/weapp/bundle'

/**
 * What a library brings that never runs on a phone. webpack's way to the global object asks for
 * `globalThis` first, which every base library we support has, and stands in a `try` besides.
 */
const HARMLESS = /return globalThis;try\{return this\|\|new Function\("return this"\)\(\)\}catch/

const FORBIDDEN: [string, RegExp][] = [
  ['eval', /\beval\s*\(/],
  ['new Function', /\bnew\s+Function\b|[^.\w]Function\s*\(\s*["'`]/],
  ['Intl', /\bIntl\s*[.[]/],
  ['.tz()', /\.tz\s*\(/],
  ['toLocale…()', /\.toLocale(Date|Time)?String\s*\(/],
  ['lookbehind', /\(\?<[=!]/],
  ['a test’s or a developer’s address', /https?:\/\/(localhost|127\.0\.0\.1|10\.\d)/],
]

const SECRETS: [string, RegExp][] = [
  ['an AppSecret', /app_?secret["']?\s*[:=]\s*["'][^"']+["']/i],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a cloud’s secret id', /\bAKID[A-Za-z0-9]{13,}/],
  ['a database’s address', /\bpostgres(ql)?:\/\//i],
  [
    'a password',
    /\b(password|passwd|secretKey|access_?token)["']?\s*[:=]\s*["'](?!\{\{)[^"']{4,}["']/i,
  ],
  ['a bearer token', /Bearer\s+[A-Za-z0-9._-]{16,}/],
  ['a key of 32 hexadecimal digits', /["'][0-9a-f]{32}["']/],
]

const ofOurOwn = (hits: Hit[]) => hits.filter(({ around }) => !HARMLESS.test(around))

describe('the code of the mini-program', () => {
  it.each(FORBIDDEN)('is without %s', (_, pattern) => {
    expect(ofOurOwn(hitsIn(WEAPP, pattern))).toEqual([])
  })

  it('has webpack’s way to the global object in its runtime alone', () => {
    const hits = hitsIn(WEAPP, /new Function/)
    expect(hits.every(({ around }) => HARMLESS.test(around))).toBe(true)
    expect(hits.length).toBeLessThanOrEqual(2)
  })

  it.each(SECRETS)('is without %s', (_, pattern) => {
    expect(hitsIn(WEAPP, pattern, /\.(js|json|wxml|wxss|wxs)$/)).toEqual([])
  })

  it('would be caught with any of them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'changlai-planted-'))
    writeFileSync(
      join(folder, 'planted.js'),
      [
        'eval("1")',
        'a=new Function("return 1")',
        'new Intl.DateTimeFormat()',
        'day.tz("Asia/Shanghai")',
        'd.toLocaleDateString()',
        '/(?<=a)b/',
        'u="http://localhost:8787/call"',
        'c={appSecret:"0123456789abcdef"}',
        'k="-----BEGIN RSA PRIVATE KEY-----"',
        's="AKIDz8krbsJ5yKBZQpn74WFkmLPx3"',
        'u="postgres://u:p@h/d"',
        'o={password:"hunter2"}',
        'h="Bearer abcdefghijklmnop"',
        'x="0123456789abcdef0123456789abcdef"',
      ].join('\n'),
    )
    const missed = [...FORBIDDEN, ...SECRETS].filter(
      ([, pattern]) => ofOurOwn(hitsIn(folder, pattern)).length === 0,
    )
    rmSync(folder, { recursive: true, force: true })
    expect(missed).toEqual([])
  })
})
