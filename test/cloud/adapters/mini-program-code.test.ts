import { createDrawMiniProgramCode } from '@/cloud/adapters/wechat/mini-program-code'
import { createDispatch } from '@/cloud/dispatch'
import { fixedClock } from '@/cloud/clock'
import type { Log } from '@/cloud/log'
import { STATION_PAGE } from '@/domain/stations/scene'
import { callerOf, refusalOf, valueOf } from '../../support/builders/caller'
import { NOW, aCentre } from '../../support/builders/programme'
import { aStation } from '../../support/builders/station'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const TARGET = { page: STATION_PAGE, scene: 'd=7KQ2MX' }

/** The official SDK as far as it draws, answering so; keeps what it was asked for. */
function sdkThat(answers: () => object) {
  const asked: object[] = []
  const getUnlimited = async (wish: object) => {
    asked.push(wish)
    return answers()
  }
  return { asked, load: async () => ({ openapi: { wxacode: { getUnlimited } } }) }
}

describe('a mini-program code', () => {
  const warned: unknown[] = []
  const log: Log = { ...silentLog, warn: (facts) => void warned.push(facts) }
  beforeEach(() => void warned.splice(0))

  test('is asked of WeChat by the page and its scene', async () => {
    const { asked, load } = sdkThat(() => ({ errCode: 0, buffer: PNG }))
    expect(await createDrawMiniProgramCode(log, load)(TARGET)).toBe(PNG)
    expect(asked).toEqual([expect.objectContaining(TARGET)])
    expect(warned).toEqual([])
  })

  test.each<[string, () => object]>([
    ['the page is not out yet', () => ({ errCode: 41030 })],
    [
      'WeChat cannot be reached',
      () => {
        throw new Error('ETIMEDOUT')
      },
    ],
  ])('is missing, and the log says why, when %s', async (_what, answers) => {
    expect(await createDrawMiniProgramCode(log, sdkThat(answers).load)(TARGET)).toBeNull()
    expect(warned).toHaveLength(1)
  })
})

describe('stations.doorSign', () => {
  let database: TestDatabase
  let stationId: string
  beforeAll(async () => {
    database = await testDatabase()
    const centreId = await aCentre(database.store)
    stationId = await aStation(database.store, centreId)
    valueOf(await staff()('me.get', {}))
    await database.store.pool.query(
      `insert into changlai.role_grant (centre_id, person_id, role)
       select $1, person_id, 'staff' from changlai.person_identity where subject = 'clerk'`,
      [centreId],
    )
  })
  afterAll(() => database.drop())
  const staff = (drawMiniProgramCode?: () => Promise<Buffer | null>) =>
    callerOf(
      createDispatch({
        ...{ store: database.store, clock: fixedClock(NOW), log: silentLog },
        ...(drawMiniProgramCode && { drawMiniProgramCode }),
      }),
      'clerk',
    )

  test('gives the code at the door, with a picture where the platform draws one', async () => {
    const { doorCode } = valueOf(await staff()('stations.get', { stationId }))
    const sign = { doorCode, scene: `d=${doorCode}`, page: STATION_PAGE }
    expect(valueOf(await staff(async () => PNG)('stations.doorSign', { stationId }))).toEqual({
      ...sign,
      picture: PNG.toString('base64'),
    })
    for (const draw of [undefined, async () => null]) {
      const value = valueOf(await staff(draw)('stations.doorSign', { stationId }))
      expect(value).toEqual({ ...sign, picture: null })
    }
    expect(sign.scene.length).toBeLessThanOrEqual(32)
  })

  test('refuses a station that is not there', async () => {
    const gone = stationId.replace(/\..*/, '.nothing')
    const answer = await staff()('stations.doorSign', { stationId: gone })
    expect(refusalOf(answer).code).toBe('NOT_FOUND')
  })
})
