import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { base64Of } from '@/gateway/sealed/base64-text'
import { SEALED_KEY } from '@/gateway/sealed/sealed-key'
import { openSealedStore } from '@/gateway/sealed/sealed-store'
import { openText, sealText } from '@/gateway/sealed/sealed-text'
import { bytesOfBase64 } from '@/gateway/stations/base64'
import type { KeyValueStore } from '@/gateway/storage'
import { phone } from '../surroundings'
import { anyCharacter } from '../../support/builders/characters'

const chance = async (length: number) => new Uint8Array(randomBytes(length))
const SECRET = '父亲去年走了，老房子在他名下'

async function opened(storage: KeyValueStore, owner = 'resident', randomness = chance) {
  const store = await openSealedStore({ storage, randomBytes: randomness, owner })
  return store!
}
const dump = (storage: ReturnType<typeof phone>) => [...storage.texts.values()].join('\n')

it('writes bytes as base64 that anybody can read', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = base64Of(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64'))
      expect([...bytesOfBase64(text)]).toEqual([...bytes])
    }),
  )
  // Longer than the portions in which it is written, by one and by two.
  for (const length of [12288, 12289, 20000, 1_000_001]) {
    const bytes = new Uint8Array(randomBytes(length))
    expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'))
  }
})

describe('a sealed text', () => {
  const key = new Uint8Array(randomBytes(32))
  it('opens again as it was, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), (text) => {
        const sealed = sealText(text, key, new Uint8Array(randomBytes(24)))
        expect(openText(sealed, key)).toBe(text)
      }),
    )
    const half = `${SECRET}\ud800`
    expect(openText(sealText(half, key, new Uint8Array(24)), key)).toBe(half)
  })

  it('does not open under another key, nor once a single bit is changed', () => {
    const sealed = sealText(SECRET, key, new Uint8Array(randomBytes(24)))
    expect(openText(sealed, new Uint8Array(randomBytes(32)))).toBeNull()
    const bytes = bytesOfBase64(sealed)
    for (const at of [0, 23, 24, 39, 40, bytes.length - 1]) {
      const changed = Uint8Array.from(bytes)
      changed[at]! ^= 1
      expect(openText(base64Of(changed), key)).toBeNull()
    }
    for (const text of ['', 'x', '????', sealed.slice(4), base64Of(new Uint8Array(30))]) {
      expect(openText(text, key)).toBeNull()
    }
  })
})

describe('the sealed storage of a phone', () => {
  it('keeps nothing in the clear, and gives it back after a restart', async () => {
    const storage = phone()
    ;(await opened(storage)).set('draft', SECRET)
    expect(dump(storage)).not.toContain(SECRET.slice(0, 4))
    expect(dump(storage)).not.toContain('resident')
    expect((await opened(storage)).get('draft')).toBe(SECRET)
  })

  it('seals the same text twice as two texts, also after a restart', async () => {
    const storage = phone()
    const seen = new Set<string>()
    for (let run = 0; run < 3; run++) {
      const store = await opened(storage)
      for (let i = 0; i < 20; i++) {
        store.set('draft', SECRET)
        seen.add(storage.texts.get('sealed:draft')!.slice(0, 32))
      }
    }
    expect(seen.size).toBe(60)
  })

  it('opens nothing for another person, nor under another name, and lets go of it', async () => {
    const storage = phone()
    const mine = await opened(storage)
    mine.set('draft', SECRET)
    storage.set('sealed:other', storage.texts.get('sealed:draft')!)
    expect(mine.get('other')).toBeNull()
    expect((await opened(storage, 'rider')).get('draft')).toBeNull()
    expect(storage.texts.has('sealed:draft')).toBe(false)
  })

  it('has lost everything with its key', async () => {
    const storage = phone()
    ;(await opened(storage)).set('draft', SECRET)
    storage.remove(SEALED_KEY)
    expect((await opened(storage)).get('draft')).toBeNull()
  })

  it('takes a key that is none for no key', async () => {
    const storage = phone()
    storage.set(SEALED_KEY, 'AAAA')
    const store = await opened(storage)
    store.set('draft', SECRET)
    expect((await opened(storage)).get('draft')).toBe(SECRET)
  })

  it('is not there where the phone has no chance to draw a key from, or no room for one', async () => {
    const nothing = async () => null
    const none = { storage: phone(), randomBytes: nothing, owner: '' }
    expect(await openSealedStore(none)).toBeNull()
    const full = { storage: phone(0), randomBytes: chance, owner: '' }
    expect(await openSealedStore(full)).toBeNull()
  })
})
