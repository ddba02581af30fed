import type { Dependencies } from '@/cloud/handler'
import type { Role } from '@/domain/access/role'
import { personOfIdentity } from '@/cloud/store/queries/people'
import { nextOpenPool, writeNeighbours, writePersona } from '@/cloud/store/queries/sample'
import { type Neighbours, bookSampleSeat } from './bookings'

/** A person of the local host, plainly invented. */
interface Persona {
  subject: string
  nickname: string
  homeCentreId: string | null
  role?: { role: Role; centreId: string }
}

const PERSONAS: readonly Persona[] = [
  { subject: 'resident', nickname: '示例居民', homeCentreId: 'nongye' },
  { subject: 'parent', nickname: '示例家长', homeCentreId: 'nongye' },
  { subject: 'elder', nickname: '示例长者', homeCentreId: 'nongye' },
  { subject: 'rider', nickname: '示例骑手', homeCentreId: null },
  {
    subject: 'volunteer',
    nickname: '示例志愿者',
    homeCentreId: 'nongye',
    role: { role: 'volunteer', centreId: 'nongye' },
  },
  {
    subject: 'lawyer',
    nickname: '示例律师',
    homeCentreId: null,
    role: { role: 'lawyer', centreId: 'nongye' },
  },
  {
    subject: 'mediator',
    nickname: '示例调解员',
    homeCentreId: null,
    role: { role: 'mediator', centreId: 'nongye' },
  },
  {
    subject: 'doctor',
    nickname: '示例医师',
    homeCentreId: null,
    role: { role: 'doctor', centreId: 'nongye' },
  },
  {
    subject: 'teacher',
    nickname: '示例老师',
    homeCentreId: null,
    role: { role: 'teacher', centreId: 'nongye' },
  },
  {
    subject: 'director',
    nickname: '示例负责人',
    homeCentreId: 'nongye',
    role: { role: 'director', centreId: 'nongye' },
  },
  {
    subject: 'staff',
    nickname: '示例职员',
    homeCentreId: 'nongye',
    role: { role: 'staff', centreId: 'nongye' },
  },
  {
    subject: 'district',
    nickname: '示例区管理员',
    homeCentreId: null,
    role: { role: 'district', centreId: '*' },
  },
]

/** What the elder has booked: the next lesson of it. */
const ELDERS_LESSON = 'nongye.laonian-yingyu'

const RESIDENTS = 96
const STAFF = 4

/** Makes the people of the local host, each at most once: what they changed since stays changed. */
export async function seedPersonas(dependencies: Dependencies): Promise<void> {
  const { store, clock } = dependencies
  for (const persona of PERSONAS) {
    const personId = await personOfIdentity(store.pool, { provider: 'local', ...persona })
    const isNew = await writePersona(store.db, { personId, ...persona })
    if (!isNew || persona.subject !== 'elder') continue
    const poolId = await nextOpenPool(store.db, ELDERS_LESSON, clock.now())
    if (poolId) await bookSampleSeat(store.pool, { personId, poolId, now: clock.now() })
  }
}

/** Makes the neighbours of a centre. */
export async function seedNeighbours(
  { store }: Dependencies,
  centreId: string,
): Promise<Neighbours> {
  const people = (kind: string, count: number, role: Role | null) => {
    const nicknames = Array.from({ length: count }, (_, index) => `${kind} ${index + 1}`)
    return writeNeighbours(store.db, centreId, nicknames, role)
  }
  return {
    residents: await people('示例邻居', RESIDENTS, null),
    staff: await people('示例同事', STAFF, 'staff'),
  }
}
