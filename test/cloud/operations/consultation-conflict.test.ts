import { fixedClock } from '../../../src/cloud/clock'
import { createDispatch } from '../../../src/cloud/dispatch'
import type { Sealing } from '../../../src/cloud/sealing/sealing'
import { DAY, HOUR } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { aProfessional, aSlot, anIntake, testSealing } from '../../support/builders/consultation'
import { NOW, aCentre, aPool, seatsOf } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let sealing: Sealing
let [here, elsewhere, lawyerId]: string[] = []
const clock = fixedClock(NOW)

beforeAll(async () => {
  database = await testDatabase()
  sealing = testSealing(database.store)
})
afterAll(() => database.drop())
beforeEach(async () => {
  here = await aCentre(database.store)
  elsewhere = await aCentre(database.store)
  lawyerId = await aProfessional(database.store, '*', 'lawyer')
})

const someone = () =>
  callerOf(
    createDispatch({ store: database.store, clock, log: silentLog, sealing }),
    `someone-${newRequestId()}`,
  )

/** Whether somebody with these names is offered the lawyer's time. */
async function isOffered(poolId: string, name: string, otherParties: string[]): Promise<boolean> {
  const wish = { centreId: poolId.split('.')[0]!, service: 'legal', name, otherParties } as const
  const { slots } = valueOf(await someone()('consultation.slots', wish))
  return slots.some((slot) => slot.poolId === poolId)
}

/** A consultation of 陳小東 against 王五, in another centre. */
async function aFirstSide() {
  const poolId = await aSlot(database.store, elsewhere!, lawyerId!)
  const intake = anIntake({ name: '陳小東', otherParties: ['王五'] })
  valueOf(await someone()('consultation.request', { ...intake, poolId }))
}

test.each([
  ['the other side, of whom it was', '王五', ['陈小东'], false],
  ['the other side as others write names', '王　五 先生', ['陳小東女士'], false],
  ['somebody else who names the first side', '赵六', ['陈 小东'], false],
  ['the other side of something else', '王五', ['赵六'], false],
  ['the first side again', '陈小东', ['王五'], true],
  ['the first side against somebody else', '陈小东', ['赵六'], true],
  ['strangers to it', '赵六', ['孙七'], true],
])('%s, in another centre', async (_, name, otherParties, offered) => {
  await aFirstSide()
  const poolId = await aSlot(database.store, here!, lawyerId!, { startsAt: NOW + 3 * DAY })
  expect(await isOffered(poolId, name, otherParties)).toBe(offered)
  const asked = await someone()('consultation.request', {
    ...anIntake({ name, otherParties }),
    poolId,
  })
  expect(asked.ok).toBe(offered)
  expect((await seatsOf(database.store, poolId)).taken).toBe(offered ? 1 : 0)
})

describe('nobody can tell', () => {
  /** The same question to a time that somebody took and to one that is kept from the other side. */
  async function twoRefusals(more: { clash?: boolean; closesAt?: number }) {
    await aFirstSide()
    const { clash, ...slot } = more
    const startsAt = NOW + 3 * DAY
    const slots = [
      await aSlot(database.store, here!, lawyerId!, { startsAt }),
      await aSlot(database.store, here!, lawyerId!, { startsAt: startsAt + HOUR, ...slot }),
    ]
    const [taken, kept] = slots as [string, string]
    valueOf(
      await someone()('consultation.request', { ...anIntake({ name: '周九' }), poolId: taken }),
    )
    if (slot.closesAt !== undefined) {
      await database.store.pool.query(
        'update changlai.pool set closes_at = $2::timestamptz where pool_id = $1',
        [taken, new Date(slot.closesAt)],
      )
    }
    const me = someone()
    if (clash) {
      const lesson = { startsAt, endsAt: startsAt + 2 * HOUR }
      const poolId = await aPool(database.store, here!, { lessons: [lesson] })
      valueOf(await me('seats.book', { poolId }))
    }
    const ask = async (poolId: string) => {
      const intake = anIntake({ name: '王五', otherParties: ['陈小东'] })
      const refusal = refusalOf(await me('consultation.request', { ...intake, poolId }))
      return JSON.stringify(refusal).replace(poolId, 'POOL')
    }
    return [await ask(taken), await ask(kept)]
  }

  it.each([
    ['a free person', {}, 'SLOT_TAKEN'],
    ['a person who holds that time', { clash: true }, 'SLOT_TAKEN'],
    ['too late', { closesAt: NOW }, 'CLOSED'],
  ])('why a time is not to be had: %s', async (_, more, code) => {
    const [taken, kept] = await twoRefusals(more)
    expect(kept).toBe(taken)
    expect(kept).toContain(`"code":"${code}"`)
  })
})

test('A name that is nothing but an honorific or signs is compared as far as it can be', async () => {
  const first = await aSlot(database.store, here!, lawyerId!)
  const intake = anIntake({ name: '先生', otherParties: ['。。'] })
  valueOf(await someone()('consultation.request', { ...intake, poolId: first }))
  const second = await aSlot(database.store, here!, lawyerId!, { startsAt: NOW + 3 * DAY })
  expect(await isOffered(second, '。', ['，'])).toBe(true)
  expect(await isOffered(second, '李四', ['先 生'])).toBe(false)
})

test('A lawyer is not offered their own time', async () => {
  const subject = `lawyer-${newRequestId()}`
  const self = await aProfessional(database.store, here!, 'lawyer', subject)
  const poolId = await aSlot(database.store, here!, self)
  const dispatch = createDispatch({ store: database.store, clock, log: silentLog, sealing })
  const me = callerOf(dispatch, subject)
  const { slots } = valueOf(await me('consultation.slots', { centreId: here!, service: 'legal' }))
  expect(slots).toEqual([])
  expect(refusalOf(await me('consultation.request', { ...anIntake(), poolId })).code).toBe(
    'SLOT_TAKEN',
  )
})
