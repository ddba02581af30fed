import type { Output } from '@/contract'
import { type Show, sameForAll } from '@/cloud/shared-answers/same-for-all'
import { centresAfter } from '@/cloud/store/queries/centres'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'

const PAGE = 100

const showCentres: Show<'centres.list'> = async ({ input, store }) => {
  const after = readCursor(input.after, ['number', 'key'])
  if (after === null) return WRONG_CURSOR
  const rows = await centresAfter(store.db, after, PAGE + 1)
  const { page, last } = pageOf(rows, PAGE)
  const centres = page.map((row) => ({
    centreId: row.centre_id,
    name: row.name,
    shortName: row.short_name,
    address: row.address,
    location: { lat: row.lat, lng: row.lng, datum: 'GCJ-02' as const },
    phone: row.phone,
    hours: row.hours as Output<'centres.list'>['centres'][number]['hours'],
  }))
  return { value: { centres, after: last && writeCursor(last.position, last.centre_id) } }
}

/** Every centre of this deployment, in the district's order. */
export const listCentres = sameForAll('centres.list', showCentres)
