import { sceneCode } from '@/domain/access/scene-code'
import { browserOf } from '@/domain/devices/browser'
import { IDLE_MS, LONGEST_MS, endOf } from '@/domain/devices/desk-session'
import {
  APPROVE_PAGE,
  checkNumbers,
  codeOfScanned,
  codeOfScene,
  sceneOfCode,
} from '@/domain/devices/sign-in'
import { HOUR } from '@/domain/time/instant'
import fc from 'fast-check'

test.each([
  ['s=K7M2RT', 'K7M2RT'],
  ['s%3Dk7m2rt', 'K7M2RT'],
  [' k7m 2rt ', 'K7M2RT'],
  ['d=K7M2RT', null],
  ['K7M2R', null],
  ['K7M2R0', null],
  ['', null],
])('a scene or what somebody typed, %j, is the code %j', (scene, code) => {
  expect(codeOfScene(scene)).toBe(code)
})

test('a scanner finds the code on a page of ours, in a mini-program and in a browser, and on no other', () => {
  const scene = encodeURIComponent(sceneOfCode('K7M2RT'))
  expect(codeOfScanned(`${APPROVE_PAGE}?scene=${scene}`)).toBe('K7M2RT')
  expect(codeOfScanned(`http://127.0.0.1:8787/#/${APPROVE_PAGE}?scene=${scene}`)).toBe('K7M2RT')
  expect(codeOfScanned(`pages/attendance/check-in/check-in?scene=${scene}`)).toBeNull()
})

test('of three different numbers one is on the screen, whatever chance says', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (random) => {
      const enough = new Set([...random].slice(1).filter((byte) => byte < 180)).size > 100
      fc.pre(enough || new Set([...random].slice(1, 40).map((byte) => byte % 90)).size > 20)
      const { choices, check } = checkNumbers(random)
      expect(new Set(choices).size).toBe(3)
      expect(choices).toContain(check)
      for (const number of choices) expect(number).toMatch(/^[1-9]\d$/)
    }),
  )
  expect(() => checkNumbers(new Uint8Array(32))).toThrow(RangeError)
  expect(() => sceneCode(new Uint8Array(0))).toThrow(RangeError)
})

test('each place of the three is as likely to be the one on the screen', () => {
  const numbers = [1, 2, 3].map((byte) => byte)
  const places = [0, 1, 2].map((first) => {
    const { choices, check } = checkNumbers(Uint8Array.from([first, ...numbers]))
    return choices.indexOf(check)
  })
  expect(places).toEqual([0, 1, 2])
})

test('a session ends half an hour after its last call, ten hours after it began at the latest', () => {
  expect(endOf({ beganAt: 0, seenAt: HOUR })).toBe(HOUR + IDLE_MS)
  expect(endOf({ beganAt: 0, seenAt: 10 * HOUR - 1 })).toBe(LONGEST_MS)
})

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0 Safari/537.36', 'chrome', 'windows'],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0', 'edge', 'windows'],
  ['Mozilla/5.0 (Windows NT 6.1) Chrome/94 Safari/537.36 QQBrowser/11', 'qq', 'windows'],
  ['Mozilla/5.0 (Windows NT 6.1) Chrome/80 Safari/537.36 SE 2.X MetaSr 1.0', 'sogou', 'windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) Version/17 Safari/605.1', 'safari', 'mac'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'firefox', 'linux'],
  ['Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile MicroMessenger/8.0', 'wechat', 'android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari/604.1', 'safari', 'ios'],
  ['curl/8', 'other', 'other'],
  [undefined, 'other', 'other'],
])('%s is %s on %s', (userAgent, browser, system) => {
  expect(browserOf(userAgent)).toEqual({ browser, system })
})
