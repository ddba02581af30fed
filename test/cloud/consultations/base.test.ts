import { consultationFor, holdConsultation } from '@/cloud/store/queries/consultations/row'
import { partsOf } from '@/cloud/store/queries/consultations/parts'
import { takeStep } from '@/cloud/store/queries/consultations/course'
import { sealLine } from '@/cloud/consultations/content'
import { wholeOf } from '@/cloud/consultations/whole'
import { inTransaction } from '@/cloud/store/in-transaction'
import { DAY } from '@/domain/time/instant'
import {
  aConsultation,
  aPersona,
  aProfessional,
  testSealing,
} from '../../support/builders/consultation'
import { NOW, aCentre } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

async function aCase() {
  const { store } = database
  const sealing = testSealing(store)
  const centreId = await aCentre(store)
  const personId = await aPersona(store, `resident-${centreId}`)
  const professionalId = await aProfessional(store, centreId, 'lawyer')
  const consultationId = await aConsultation(store, sealing, centreId, personId, { professionalId })
  return { store, sealing, personId, professionalId, consultationId }
}

describe('the course of a consultation', () => {
  it('takes a step with its line, and gives the whole back opened', async () => {
    const { store, sealing, personId, professionalId, consultationId } = await aCase()
    const now = new Date(NOW)
    const standing = await inTransaction(store.pool, async (client) => {
      const row = (await holdConsultation(client, { professionalId }, consultationId))!
      const key = await sealing.keyOf(consultationId, row.wrapped!)
      const sealed = sealLine(key, row.lines + 1, '请带上租约')
      const line = { kind: 'question', author: 'professional', sealed } as const
      return takeStep(client, row, 'ask', { awaiting: 'resident' }, now, line)
    })
    expect(standing?.state).toBe('assigned')
    const row = (await consultationFor(store.pool, { personId }, consultationId))!
    const whole = await wholeOf(row, await partsOf(store.pool, row, now), sealing)
    expect(whole.content?.matter.text).toBe('示例纠纷的经过')
    expect(whole.awaiting).toBe('resident')
    expect(whole.entries.map(({ text }) => text)).toEqual(['请带上租约'])
  })

  it('takes no step that its state does not allow, and writes no line', async () => {
    const { store, personId, professionalId, consultationId } = await aCase()
    const now = new Date(NOW)
    await inTransaction(store.pool, async (client) => {
      const row = (await holdConsultation(client, { professionalId }, consultationId))!
      const closed = { state: 'closed', outcome: 'advised' } as const
      const standing = await takeStep(client, row, 'close', closed, now)
      expect(standing?.deletedAt).toBe(NOW + 180 * DAY)
      const line = { kind: 'question', author: 'professional', plain: null } as const
      // The row as it was before: what was read is not believed.
      expect(await takeStep(client, row, 'ask', { awaiting: 'resident' }, now, line)).toBeNull()
    })
    const row = (await consultationFor(store.pool, { personId }, consultationId))!
    expect(row).toMatchObject({ state: 'closed', outcome: 'advised', awaiting: null, lines: 0 })
  })

  it('is nobody else’s, and no longer the professional’s once it was taken back', async () => {
    const { store, personId, professionalId, consultationId } = await aCase()
    const other = await aPersona(store, 'somebody')
    expect(await consultationFor(store.pool, { personId: other }, consultationId)).toBeNull()
    expect(await consultationFor(store.pool, { professionalId: other }, consultationId)).toBeNull()
    await inTransaction(store.pool, async (client) => {
      const row = (await holdConsultation(client, { personId }, consultationId))!
      await takeStep(client, row, 'withdraw', { state: 'withdrawn' }, new Date(NOW))
    })
    expect(await consultationFor(store.pool, { professionalId }, consultationId)).toBeNull()
    expect(await consultationFor(store.pool, { personId }, consultationId)).not.toBeNull()
  })
})
