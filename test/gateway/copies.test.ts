import { createCopies, utf8Bytes } from '@/gateway/copies/copies'
import { phone } from './surroundings'

/** A value whose JSON takes a little more than this many bytes. */
const big = (bytes: number): string => 'x'.repeat(bytes)

function copiesAt(storage = phone()) {
  let time = 0
  return { storage, copies: createCopies(storage, () => ++time) }
}

it('gives back what it kept and when', () => {
  const { copies } = copiesAt()
  copies.keep('mine', { bookings: ['讲座'] })
  expect(copies.read('mine')).toEqual({ value: { bookings: ['讲座'] }, savedAt: 1 })
  expect(copies.read('calendar')).toBeNull()
})

it('opens in a later run of the app', () => {
  const { storage, copies } = copiesAt()
  copies.keep('mine', [1])
  expect(copiesAt(storage).copies.read('mine')?.value).toEqual([1])
})

it('keeps no value over a megabyte, and drops the older one that it replaces', () => {
  const { copies } = copiesAt()
  copies.keep('calendar', 'old')
  copies.keep('calendar', big(1_000_001))
  expect(copies.read('calendar')).toBeNull()
})

it('lets the oldest go when all together would pass the limit of the phone', () => {
  const { copies, storage } = copiesAt()
  for (let i = 1; i <= 12; i++) copies.keep(`month-${i}`, big(900_000))
  expect(copies.read('month-12')).not.toBeNull()
  expect(copies.read('month-1')).toBeNull()
  expect([...storage.texts.values()].reduce((sum, text) => sum + text.length, 0)).toBeLessThan(
    9_100_000,
  )
})

it('makes room when the phone is full earlier than our own count', () => {
  const { copies } = copiesAt(phone(2_000))
  copies.keep('a', big(700))
  copies.keep('b', big(700))
  copies.keep('c', big(700))
  expect(copies.read('c')?.value).toBe(big(700))
  expect(copies.read('a')).toBeNull()
})

it('forgets what is private when the person changes, and nothing else', () => {
  const { copies, storage } = copiesAt()
  copies.keep('centres', 'public')
  copies.keep('mine', 'secret', { private: true })
  copies.forgetPrivate()
  expect(copies.read('mine')).toBeNull()
  expect([...storage.texts.values()].join()).not.toContain('secret')
  expect(copies.read('centres')?.value).toBe('public')
})

it('treats a broken copy and a copy of another version as none', () => {
  const { copies, storage } = copiesAt()
  copies.keep('mine', 1)
  storage.set('copy:mine', '{')
  expect(copies.read('mine')).toBeNull()
  storage.set('copies', JSON.stringify({ version: 0, entries: [{ key: 'mine' }] }))
  expect(copies.read('mine')).toBeNull()
})

it('counts bytes as UTF-8 does', () => {
  for (const text of ['', 'abc', 'é', '二楼书画室', '𠮷', 'a讲é𠮷']) {
    expect(utf8Bytes(text)).toBe(Buffer.byteLength(text))
  }
})
