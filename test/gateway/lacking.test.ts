import { createLacking, servedBy } from '@/gateway/call/lacking'
import { bench, booked, phone, refused, timedOut } from './surroundings'

const HOUR = 3_600_000
const UNKNOWN = refused('NOT_FOUND', { what: 'operation' })

describe('what an older server does not have', () => {
  it('is known once it was asked for, hidden over a restart, and shown again after a while', () => {
    let now = 5_000_000
    const storage = phone()
    const start = (client = '1.1.0') => createLacking(storage, () => now, client)
    const isServed = (lacking: ReturnType<typeof start>) =>
      servedBy(lacking.state.getState().operations)('waitlist.mine')
    const first = start()
    expect(isServed(first)).toBe(true)
    first.heard('waitlist.mine', false)
    expect(isServed(first)).toBe(false)
    expect(servedBy(first.state.getState().operations)('seats.mine')).toBe(true)

    expect(isServed(start())).toBe(false)
    // Another version of the phone asks for other things.
    expect(isServed(start('1.2.0'))).toBe(true)
    now += 6 * HOUR
    expect(isServed(start())).toBe(true)
  })

  it('is there again as soon as the server answers', () => {
    const lacking = createLacking(phone(), () => 0, '1.1.0')
    lacking.heard('waitlist.mine', false)
    lacking.heard('seats.mine', true)
    lacking.heard('waitlist.mine', true)
    expect(lacking.state.getState().operations).toEqual([])
  })

  it('is forgotten where the phone is full or what it kept cannot be read', () => {
    const full = createLacking(phone(3), () => 0, '1.1.0')
    full.heard('waitlist.mine', false)
    expect(full.state.getState().operations).toEqual(['waitlist.mine'])
    for (const text of ['{cut', '7', '{"client":"1.1.0"}', 'null']) {
      const storage = phone()
      storage.set('lacking', text)
      expect(createLacking(storage, () => 0, '1.1.0').state.getState().operations).toEqual([])
    }
  })

  it('is heard of by the caller, who takes no other refusal and no silence for it', async () => {
    const heard: [string, boolean][] = []
    const asked = (arrival: typeof booked) =>
      bench([arrival], { heard: (...one) => void heard.push(one) }).call('seats.book', {
        poolId: 'nongye.a',
      })
    expect(await asked(UNKNOWN)).toMatchObject({ code: 'NOT_FOUND' })
    await asked(refused('NOT_FOUND', { what: 'pool' }))
    await asked(timedOut)
    await asked(booked)
    expect(heard).toEqual([
      ['seats.book', false],
      ['seats.book', true],
    ])
  })
})
