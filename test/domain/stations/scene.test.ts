import fc from 'fast-check'
import * as v from 'valibot'
import { DoorCode } from '@/contract/stations'
import { PLAIN_ALPHABET } from '@/domain/access/plain-code'
import { SCENE_CODE_BYTES, sceneCode } from '@/domain/access/scene-code'
import { doorCodeOfScene, sceneOf } from '@/domain/stations/scene'
import { anyCharacter } from '../../support/builders/characters'

const bytes = fc.uint8Array({ minLength: SCENE_CODE_BYTES, maxLength: SCENE_CODE_BYTES })
const fair = bytes.filter((given) => given.filter((byte) => byte < 248).length >= 6)

test('a door code is what the wire accepts', () => {
  fc.assert(fc.property(fair, (given) => expect(v.is(DoorCode, sceneCode(given))).toBe(true)))
  expect(Array.from(PLAIN_ALPHABET).every((letter) => v.is(DoorCode, letter.repeat(6)))).toBe(true)
  expect(() => sceneCode(new Uint8Array(32).fill(255))).toThrow(RangeError)
})

test('a scene of WeChat holds it in at most 32 of its characters and gives it back', () => {
  fc.assert(
    fc.property(fair, (given) => {
      const code = sceneCode(given)
      expect(sceneOf(code)).toMatch(/^[A-Za-z0-9!#$&'()*+,/:;=?@\-._~]{1,32}$/)
      const forms = [sceneOf(code), encodeURIComponent(sceneOf(code)), code, code.toLowerCase()]
      for (const form of forms) expect(doorCodeOfScene(form)).toBe(code)
    }),
  )
})

test.each([
  ['d=K7M2QP', 'K7M2QP'],
  ['d%3DK7M2QP', 'K7M2QP'],
  ['D%3dk7m2qp', 'K7M2QP'],
  [' k7m 2qp ', 'K7M2QP'],
  ['K7M%202QP', 'K7M2QP'],
  ['d=K7M2Q', null],
  ['d=K7M2QPA', null],
  ['d=K0M2QP', null],
  ['d=KIM2QP', null],
  ['x=K7M2QP', null],
  ['undefined', null],
  ['', null],
])('the scene %j is the door %s', (scene, code) => expect(doorCodeOfScene(scene)).toBe(code))

test('any text is a door code or none, never a throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      const code = doorCodeOfScene(text)
      expect(code === null || v.is(DoorCode, code)).toBe(true)
    }),
  )
})
