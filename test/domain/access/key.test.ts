import fc from 'fast-check'
import * as v from 'valibot'
import { CentreKey } from '@/contract/fields'
import {
  LOCAL_KEY_BYTES,
  bytesOfLocalKey,
  centreKey,
  centreOf,
  localKey,
} from '@/domain/access/key'

const bytes = fc.uint8Array({ minLength: LOCAL_KEY_BYTES, maxLength: LOCAL_KEY_BYTES })

test('a key names its centre', () => {
  expect(centreOf('nongye.lecture-2026')).toBe('nongye')
  expect(centreOf(centreKey('tongfu', 'b1'))).toBe('tongfu')
})

test('a local key is base32 as RFC 4648 has it, in lower case', () => {
  const text = (words: string) => localKey(Uint8Array.from(Buffer.from(words)))
  expect(['f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map(text)).toEqual([
    'my',
    'mzxq',
    'mzxw6',
    'mzxw6yq',
    'mzxw6ytb',
    'mzxw6ytboi',
  ])
})

test('random bytes make a key that the wire accepts, another for other bytes', () => {
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      expect(localKey(a)).toHaveLength(16)
      expect(v.is(CentreKey, centreKey('nongye', localKey(a)))).toBe(true)
      expect(localKey(a) === localKey(b)).toBe(Buffer.from(a).equals(Buffer.from(b)))
    }),
  )
})

test('a local key gives back the bytes it was made of, and no other text any', () => {
  fc.assert(fc.property(bytes, (one) => expect(bytesOfLocalKey(localKey(one))).toEqual(one)))
  expect(['a1', 'A', 'a.b'].map(bytesOfLocalKey)).toEqual([null, null, null])
})
