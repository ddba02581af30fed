/** Whatever happens on the way, the phone ends with the server's list. */
import fc from 'fast-check'
import { createStationList } from '@/gateway/stations/station-list'
import type { KeyValueStore } from '@/gateway/storage'
import { phone } from '../surroundings'
import { Server, byId } from './server'

type Edit = { kind: 'put' | 'remove'; centreId: string; key: string; name: string }
type Step =
  | { kind: 'edits'; edits: Edit[] }
  | { kind: 'refresh'; faults: ('lost' | 'garbled' | null)[]; between: Edit[]; dies: Death }
  | { kind: 'restart' }
  | { kind: 'corrupt'; at: number }
  | { kind: 'full' | 'roomy' }
/** The app is killed at its next write: before the phone keeps it, or right after. */
type Death = 'before' | 'after' | null

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('put', 'put', 'remove'),
  centreId: fc.constantFrom('a', 'b', 'c'),
  key: fc.constantFrom('1', '2', '3', '4'),
  name: fc.string({ unit: 'grapheme', maxLength: 8 }),
})
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('edits'), edits: fc.array(edit, { maxLength: 6 }) }),
  fc.record({
    kind: fc.constant('refresh'),
    faults: fc.array(fc.constantFrom('lost', 'garbled', null, null, null), { maxLength: 6 }),
    between: fc.array(edit, { maxLength: 4 }),
    dies: fc.constantFrom('before', 'after', null, null, null),
  }),
  fc.record({ kind: fc.constant('restart') }),
  fc.record({ kind: fc.constant('corrupt'), at: fc.nat(2_000) }),
  fc.record({ kind: fc.constantFrom('full', 'roomy') }),
)

class Killed extends Error {}

function world() {
  const server = new Server(2)
  const texts = phone()
  let [death, full, dead]: [Death, boolean, boolean] = [null, false, false]
  const storage: KeyValueStore = {
    get: (key) => texts.get(key),
    set(key, text) {
      if (dead || full) throw new Error('exceed storage max size')
      if (death !== 'before') texts.set(key, text)
      if (death !== null) {
        dead = true
        throw new Killed()
      }
    },
    remove: (key) => (dead ? undefined : texts.remove(key)),
  }
  const start = () => createStationList({ call: server.call, storage, now: () => 1_000_000 })
  let list = start()
  const apply = ({ kind, centreId, key, name }: Edit): void => {
    if (kind === 'put') server.put(centreId, key, name)
    else server.remove(centreId, key)
  }
  const restart = (): void => {
    ;[death, dead] = [null, false]
    list = start()
  }

  async function refresh({ faults, between, dies }: Extract<Step, { kind: 'refresh' }>) {
    const [faultsLeft, editsLeft] = [[...faults], [...between]]
    server.fault = () => faultsLeft.shift() ?? null
    server.afterPage = () => editsLeft.splice(0, 1).forEach(apply)
    death = dies
    await list.refresh()
    server.fault = () => null
    server.afterPage = () => undefined
    if (dead) restart()
    death = null
  }

  return {
    server,
    happens: async (what: Step) => {
      if (what.kind === 'edits') what.edits.forEach(apply)
      else if (what.kind === 'refresh') await refresh(what)
      else if (what.kind === 'restart') restart()
      else if (what.kind === 'corrupt') {
        const text = texts.get('stations') ?? ''
        texts.set('stations', text.slice(0, what.at % (text.length + 1)))
        restart()
      } else full = what.kind === 'full'
    },
    known: () => list.opened().getState(),
    refresh: () => list.refresh(),
    restart,
  }
}

it('ends with the server’s list after any sequence of changes, failures, deaths and restarts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { server, happens, known, refresh, restart } = world()
      for (const what of steps) await happens(what)
      await happens({ kind: 'roomy' })
      await refresh()
      // After a difference that could not be read the whole list comes with the next asking.
      if (known().failure) await refresh()
      expect(byId(known().stations!)).toEqual(server.list())
      expect(known()).toMatchObject({ copied: false, busy: false, failure: null })
      const { stations } = known()
      restart()
      expect(known().stations).toEqual(stations)
    }),
    { numRuns: 300 },
  )
})

it('shows at every start a list that the server once had, or none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const { server, happens, known, restart } = world()
      const once = new Set([JSON.stringify([])])
      // Between two pages nothing may change here: a list of two moments is no list of one.
      const still = steps.map((what) => (what.kind === 'refresh' ? { ...what, between: [] } : what))
      for (const what of still) {
        await happens(what)
        once.add(JSON.stringify(server.list()))
        restart()
        const { stations } = known()
        if (stations) expect(once).toContain(JSON.stringify(byId(stations)))
      }
    }),
    { numRuns: 200 },
  )
})
