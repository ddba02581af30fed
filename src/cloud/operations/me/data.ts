import type { Handler } from '@/cloud/handler'
import { countOf } from '@/cloud/store/queries/erasure/exported'
import { caseCountOf } from '@/cloud/store/queries/erasure/cases'
import { endsWith } from '@/cloud/store/queries/erasure/ends'
import { keptAfter } from '@/cloud/store/queries/erasure/kept'
import { SECTIONS } from '@/cloud/store/queries/erasure/sections'
import { type DataGroupKey, DATA_GROUP_KEYS } from '@/domain/retention/kept-after'
import { personOf } from '../person'

/** What is kept about the person who asks, counted, and what erasing it would end and leave. */
export const myData: Handler<'me.data'> = async ({ actor, dependencies }) => {
  const { store, clock } = dependencies
  const personId = personOf(actor)
  const { personIds, ...ends } = await endsWith(store.pool, personId, clock.now())
  const [kept, cases, ...counts] = await Promise.all([
    keptAfter(store.pool, personIds),
    caseCountOf(store.pool, personId),
    ...SECTIONS.map((section) => countOf(store.pool, section, personId)),
  ])
  const found = new Map<DataGroupKey, number>([['consultations', cases]])
  for (const [index, { group }] of SECTIONS.entries()) {
    found.set(group, (found.get(group) ?? 0) + counts[index]!)
  }
  const groups = DATA_GROUP_KEYS.flatMap((group) => {
    const count = found.get(group)
    return count ? [{ group, count }] : []
  })
  return { value: { groups, ends, kept } }
}
