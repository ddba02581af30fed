import sharp from 'sharp'
import { fixedClock } from '@/cloud/clock'
import { createDispatch } from '@/cloud/dispatch'
import { createReceive } from '@/cloud/files/receive'
import { photoNamed } from '@/cloud/store/queries/stations/photo'
import {
  type Caller,
  callerOf,
  newRequestId,
  refusalOf,
  valueOf,
} from '../../support/builders/caller'
import { NOW, aCentre } from '../../support/builders/programme'
import { aStation } from '../../support/builders/station'
import { type TestDatabase, testDatabase } from '../../support/database'
import { noisyPicture, pictureOfAPhone } from '../../support/files/pictures'
import { scannedPdf } from '../../support/files/pdfs'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
const clock = fixedClock(NOW)
const as = (subject: string | null): Caller =>
  callerOf(createDispatch({ store: database.store, clock, log: silentLog }), subject)
const staff = () => as('staff')

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
  valueOf(await staff()('me.get', {}))
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select $1, person_id, 'staff' from changlai.person_identity where subject = 'staff'`,
    [centreId],
  )
})
afterAll(() => database.drop())

async function sent(content: Buffer, subject = 'staff', name = '门口.jpg'): Promise<string> {
  const receive = createReceive(database.store, clock)
  const received = await receive({ identity: { provider: 'local', subject }, name, content })
  return (received as { fileId: string }).fileId
}

const versionOf = async () => {
  const { versions } = valueOf(await as(null)('stations.changes', {}))
  return versions[centreId] ?? 0
}
const waiting = async () =>
  (await database.store.pool.query('select from changlai.uploaded_file')).rowCount
const nameOf = (photo: string | null) => photo!.split('/').at(-1)!

test('A picture that staff hang is seen by everybody, upright, small, and tells nobody where it was taken', async () => {
  const stationId = await aStation(database.store, centreId)
  const fileId = await sent(await pictureOfAPhone('jpeg'))
  const before = await versionOf()

  const hung = valueOf(await staff()('stations.setPhoto', { stationId, fileId }))
  expect(hung).toEqual({
    stationId,
    photo: expect.stringMatching(new RegExp(`^/photo/${centreId}/p-[a-z2-7]{26}$`)),
    photoShape: { width: 200, height: 400 },
  })
  expect(await waiting()).toBe(0)
  expect(await versionOf()).toBe(before + 1)
  const station = valueOf(await as(null)('stations.get', { stationId }))
  expect(station).toMatchObject({ photo: hung.photo, photoShape: hung.photoShape })
  const listed = valueOf(await as(null)('stations.list', { centreId }))
  expect(listed.stations[0]).toMatchObject({ photo: hung.photo, photoShape: hung.photoShape })

  const got = valueOf(await as(null)('stations.photo', { stationId }))
  expect(got).toMatchObject({ photo: hung.photo, photoShape: hung.photoShape })
  const jpeg = Buffer.from(got.jpeg, 'base64')
  expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 200, height: 400 })
  for (const secret of ['Exif', 'GPS', 'xmp', 'Sample', '示例']) {
    expect(jpeg.includes(secret)).toBe(false)
  }
})

test('A picture of any size fits into what a phone is given', async () => {
  const stationId = await aStation(database.store, centreId)
  const fileId = await sent(await noisyPicture(2400, 1600))
  const { photoShape } = valueOf(await staff()('stations.setPhoto', { stationId, fileId }))
  expect(photoShape!.width).toBeLessThanOrEqual(1280)
  const { jpeg } = valueOf(await as(null)('stations.photo', { stationId }))
  expect(jpeg.length).toBeLessThanOrEqual(250_000)
})

test('Another picture takes its place, and taken down nothing is there', async () => {
  const stationId = await aStation(database.store, centreId)
  const hang = async () => {
    const fileId = await sent(await pictureOfAPhone('webp'))
    return valueOf(await staff()('stations.setPhoto', { stationId, fileId })).photo
  }
  const [first, second] = [await hang(), await hang()]
  expect(first).not.toBe(second)
  const { pool } = database.store
  expect(await photoNamed(pool, centreId, nameOf(first))).toBeNull()
  expect(await photoNamed(pool, centreId, nameOf(second))).toBeInstanceOf(Buffer)

  const down = valueOf(await staff()('stations.setPhoto', { stationId, fileId: null }))
  expect(down).toEqual({ stationId, photo: null, photoShape: null })
  expect(await photoNamed(pool, centreId, nameOf(second))).toBeNull()
  expect(valueOf(await as(null)('stations.get', { stationId })).photo).toBeNull()
  expect(refusalOf(await as(null)('stations.photo', { stationId }))).toMatchObject({
    code: 'NOT_FOUND',
    facts: { what: 'photo' },
  })
  const version = await versionOf()
  valueOf(await staff()('stations.setPhoto', { stationId, fileId: null }))
  expect(await versionOf()).toBe(version)
})

test('The same request hangs a picture once and gets the same answer, at once or later', async () => {
  const stationId = await aStation(database.store, centreId)
  const fileId = await sent(await pictureOfAPhone('png'))
  const requestId = newRequestId()
  const ask = () => staff()('stations.setPhoto', { stationId, fileId }, requestId)
  const version = await versionOf()
  const answers = await Promise.all([ask(), ask(), ask()])
  answers.push(await ask())
  for (const answer of answers) expect(valueOf(answer)).toEqual(valueOf(answers[0]))
  expect(await versionOf()).toBe(version + 1)
})

test('Of two that hang one file, one gets it', async () => {
  const stations = [
    await aStation(database.store, centreId),
    await aStation(database.store, centreId),
  ]
  const fileId = await sent(await pictureOfAPhone('png'))
  const answers = await Promise.all(
    stations.map((stationId) => staff()('stations.setPhoto', { stationId, fileId })),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(refusalOf(answers.find(({ ok }) => !ok)!)).toMatchObject({
    code: 'NOT_FOUND',
    facts: { what: 'file' },
  })
})

test('What is no picture is refused by name, changes nothing and stays', async () => {
  const stationId = await aStation(database.store, centreId)
  const version = await versionOf()
  const before = await waiting()
  const whole = await noisyPicture(300, 300)
  for (const [content, reason] of [
    [Buffer.from('名称,地址\n'), 'KIND'],
    [Buffer.from(await (await scannedPdf()).save()), 'KIND'],
    [whole.subarray(0, whole.length / 2), 'BROKEN'],
  ] as const) {
    const fileId = await sent(content)
    const answer = await staff()('stations.setPhoto', { stationId, fileId })
    expect(refusalOf(answer)).toMatchObject({ code: 'PHOTO_REFUSED', facts: { reason } })
  }
  expect(await versionOf()).toBe(version)
  expect(await waiting()).toBe(before! + 3)
})

test('A stranger’s file is nobody’s, and a station that is gone has no picture', async () => {
  const stationId = await aStation(database.store, centreId)
  const strangers = await sent(await pictureOfAPhone('png'), 'stranger')
  expect(
    refusalOf(await staff()('stations.setPhoto', { stationId, fileId: strangers })),
  ).toMatchObject({ code: 'NOT_FOUND', facts: { what: 'file' } })
  const fileId = await sent(await pictureOfAPhone('png'))
  valueOf(await staff()('stations.setPhoto', { stationId, fileId }))
  await database.store.pool.query(
    'update changlai.station set removed_at = now() where station_id = $1',
    [stationId],
  )
  for (const answer of [
    await staff()('stations.setPhoto', { stationId, fileId: null }),
    await as(null)('stations.photo', { stationId }),
  ]) {
    expect(refusalOf(answer)).toMatchObject({ code: 'NOT_FOUND', facts: { what: 'station' } })
  }
})
