import { createKeptDraft } from '@/features/kept-draft'
import type { KeyValueStore } from '@/gateway/storage'
import { phone } from '../gateway/surroundings'

interface Words {
  text: string
}
const EMPTY: Words = { text: '' }
const DAY = 86_400_000
const read = (value: unknown): Words | null =>
  typeof (value as Words | null)?.text === 'string' ? (value as Words) : null

/** A draft on a phone; `open` may give another storage, or none. */
function desk(storage: KeyValueStore | null = phone(), at = 1_000_000) {
  const waiting: (() => void)[] = []
  const clock = { now: at }
  const kept = createKeptDraft<Words>({
    name: 'draft',
    empty: EMPTY,
    read,
    begun: ({ text }) => text !== '',
    open: async () => storage,
    now: () => clock.now,
    later: (work) => {
      waiting.push(work)
      return () => void waiting.splice(waiting.indexOf(work), 1)
    },
  })
  return { kept, clock, waiting, text: () => kept.state.getState().draft?.text }
}

it('is empty on a phone that has none, and says nothing of before', async () => {
  const { kept } = desk()
  await kept.load()
  expect(kept.state.getState()).toEqual({ draft: EMPTY, foundFrom: null, kept: true })
})

it('is written a moment after the last change, once for many', async () => {
  const storage = phone()
  const { kept, waiting } = desk(storage)
  await kept.load()
  for (const text of ['父', '父亲', '父亲去年']) kept.change({ text })
  expect(waiting).toHaveLength(1)
  expect(storage.texts.size).toBe(0)
  waiting[0]!()
  const next = desk(storage)
  await next.kept.load()
  expect(next.kept.state.getState()).toMatchObject({
    draft: { text: '父亲去年' },
    foundFrom: 1_000_000,
  })
})

it('is written at once when the screen goes', async () => {
  const storage = phone()
  const { kept } = desk(storage)
  await kept.load()
  kept.change({ text: '父亲' })
  kept.flush()
  expect(storage.texts.get('draft')).toContain('父亲')
  storage.remove('draft')
  kept.flush()
  expect(storage.texts.size).toBe(0)
})

it('is there for seven days and then not at all', async () => {
  const storage = phone()
  const { kept } = desk(storage)
  await kept.load()
  kept.change({ text: '父亲' })
  kept.flush()
  const soon = desk(storage, 1_000_000 + 7 * DAY - 1)
  await soon.kept.load()
  expect(soon.text()).toBe('父亲')
  const late = desk(storage, 1_000_000 + 7 * DAY)
  await late.kept.load()
  expect(late.text()).toBe('')
  expect(storage.texts.size).toBe(0)
})

it('is gone from the phone once it was sent, whatever was still to be written', async () => {
  const storage = phone()
  const { kept, waiting } = desk(storage)
  await kept.load()
  kept.change({ text: '父亲' })
  kept.flush()
  kept.change({ text: '父亲去年' })
  kept.drop()
  expect(waiting).toEqual([])
  expect(storage.texts.size).toBe(0)
})

it('is not what the phone holds but no version wrote', async () => {
  for (const text of [
    '{',
    '7',
    '{"savedAt":1000000,"draft":{"text":7}}',
    '{"draft":{"text":"a"}}',
  ]) {
    const storage = phone()
    storage.set('draft', text)
    const { kept } = desk(storage)
    await kept.load()
    expect(kept.state.getState().draft).toEqual(EMPTY)
  }
})

it('lives as long as the app where the phone cannot keep it, and says so', async () => {
  const without = desk(null)
  await without.kept.load()
  without.kept.change({ text: '父亲' })
  without.kept.flush()
  expect(without.kept.state.getState()).toMatchObject({ draft: { text: '父亲' }, kept: false })
  const full = desk(phone(0))
  await full.kept.load()
  full.kept.change({ text: '父亲' })
  full.kept.flush()
  expect(full.kept.state.getState()).toMatchObject({ draft: { text: '父亲' }, kept: false })
})

it('shows nothing to the next person, not even when the phone answers late', async () => {
  const storage = phone()
  const { kept } = desk(storage)
  await kept.load()
  kept.change({ text: '父亲' })
  kept.flush()
  kept.leave()
  expect(kept.state.getState().draft).toBeNull()
  const late = kept.load()
  kept.leave()
  await late
  expect(kept.state.getState().draft).toBeNull()
})
