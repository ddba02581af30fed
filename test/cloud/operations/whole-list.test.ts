import { type PackedPage, wholeListPage } from '@/cloud/operations/stations/whole-list'
import type { Store } from '@/cloud/store'

const aStore = () => ({}) as Store
const page = (packed: string): PackedPage => ({ packed, removed: [], last: null })

/** Packs, and counts how often. */
function packer(packed = 'a') {
  const counted = { times: 0, pack: async () => ((counted.times += 1), page(packed)) }
  return counted
}

test('A page is packed once for all who ask for it, also at once', async () => {
  const [store, counted] = [aStore(), packer()]
  const ask = () => wholeListPage(store, [1], undefined, counted.pack)
  await Promise.all([ask(), ask(), ask()])
  expect(await ask()).toEqual(page('a'))
  expect(counted.times).toBe(1)
})

test('Another page, other versions, another store are packed on their own', async () => {
  const [store, counted] = [aStore(), packer()]
  await wholeListPage(store, [1], undefined, counted.pack)
  await wholeListPage(store, [1], ['a', 1, 'a.b'], counted.pack)
  await wholeListPage(store, [2], undefined, counted.pack)
  await wholeListPage(aStore(), [2], undefined, counted.pack)
  expect(counted.times).toBe(4)
  await wholeListPage(store, [2], undefined, counted.pack)
  expect(counted.times).toBe(4)
})

test('What could not be packed is packed again', async () => {
  const [store, counted] = [aStore(), packer()]
  const away = () => Promise.reject(new Error('the database is away'))
  await expect(wholeListPage(store, [1], undefined, away)).rejects.toThrow('away')
  expect(await wholeListPage(store, [1], undefined, counted.pack)).toEqual(page('a'))
})

test('No more than twenty pages are kept, whatever is asked for', async () => {
  const [store, counted] = [aStore(), packer()]
  const ask = (at: number) => wholeListPage(store, [1], ['a', at, 'a.b'], counted.pack)
  for (let at = 0; at < 40; at++) await ask(at)
  for (let at = 0; at < 40; at++) await ask(at)
  expect(counted.times).toBe(60)
})
