import sharp from 'sharp'
import { fixedClock } from '../../../src/cloud/clock'
import { createReceive } from '../../../src/cloud/files/receive'
import { coverNamed } from '../../../src/cloud/store/queries/programme/cover'
import { type Caller, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { peopleOf } from '../../support/builders/course'
import { aPlan } from '../../support/builders/plan'
import { NOW, aCentre } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { noisyPicture, pictureOfAPhone } from '../../support/files/pictures'
import { scannedPdf } from '../../support/files/pdfs'

let database: TestDatabase
let centreId: string
let staff: Caller
let resident: Caller
const clock = fixedClock(NOW)

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
  const { named } = peopleOf(database.store, clock)
  ;[staff, resident] = [named('staff'), named('resident')]
  valueOf(await staff('me.get', {}))
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select $1, person_id, 'staff' from changlai.person_identity where subject = 'staff'`,
    [centreId],
  )
})
afterAll(() => database.drop())

async function sent(content: Buffer, subject = 'staff'): Promise<string> {
  const receive = createReceive(database.store, clock)
  const received = await receive({
    ...{ identity: { provider: 'local', subject }, name: '封面.jpg', content },
  })
  return (received as { fileId: string }).fileId
}
async function drafted() {
  const wish = { centreId, activityId: null, version: null, plan: aPlan(), reason: null }
  const { activityId, version } = valueOf(await staff('programme.save', wish))
  return { activityId, version }
}
async function published(): Promise<string> {
  const draft = await drafted()
  return valueOf(await staff('programme.publish', draft)).activityId
}
const countIn = async (table: string) =>
  (await database.store.pool.query(`select from changlai.${table}`)).rowCount
const named = (cover: string | null) =>
  coverNamed(database.store.pool, centreId, cover!.split('/').at(-1)!)

test('A cover is drawn anew, seen by everybody, and tells nobody where it was taken', async () => {
  const activityId = await published()
  const fileId = await sent(await pictureOfAPhone('jpeg'))
  const hung = valueOf(await staff('programme.setCover', { activityId, fileId }))
  expect(hung).toEqual({
    activityId,
    cover: expect.stringMatching(new RegExp(`^/cover/${centreId}/c-[a-z2-7]{26}$`)),
    coverShape: { width: 200, height: 400 },
  })
  const { cover, coverShape } = hung
  expect(await countIn('uploaded_file')).toBe(0)
  const seen = valueOf(await resident('activities.get', { activityId }))
  expect(seen).toMatchObject({ cover, coverShape })
  expect(valueOf(await staff('programme.get', { activityId }))).toMatchObject({ cover, coverShape })
  const got = valueOf(await resident('programme.cover', { activityId }))
  expect(got).toMatchObject({ cover, coverShape })
  const jpeg = Buffer.from(got.jpeg, 'base64')
  expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 200, height: 400 })
  for (const secret of ['Exif', 'GPS', 'xmp', 'Sample', '示例']) {
    expect(jpeg.includes(secret)).toBe(false)
  }
})

test('A cover of any size fits into what a phone is given', async () => {
  const activityId = await published()
  const fileId = await sent(await noisyPicture(2400, 1600))
  const { coverShape } = valueOf(await staff('programme.setCover', { activityId, fileId }))
  expect(coverShape!.width).toBeLessThanOrEqual(1280)
  const { jpeg } = valueOf(await resident('programme.cover', { activityId }))
  expect(jpeg.length).toBeLessThanOrEqual(250_000)
})

test('Another cover takes its place, and taken down nothing is there', async () => {
  const activityId = await published()
  const before = await countIn('activity_cover')
  const hang = async () => {
    const fileId = await sent(await pictureOfAPhone('webp'))
    return valueOf(await staff('programme.setCover', { activityId, fileId })).cover
  }
  const [first, second] = [await hang(), await hang()]
  expect(await countIn('activity_cover')).toBe(before! + 1)
  expect(await named(first)).toBeNull()
  expect(await named(second)).toBeInstanceOf(Buffer)
  const down = valueOf(await staff('programme.setCover', { activityId, fileId: null }))
  expect(down).toEqual({ activityId, cover: null, coverShape: null })
  expect(await named(second)).toBeNull()
  expect(refusalOf(await resident('programme.cover', { activityId }))).toMatchObject({
    ...{ code: 'NOT_FOUND', facts: { what: 'cover' } },
  })
})

test('A draft’s cover is shown to nobody until it is published; discarded it is gone', async () => {
  const at = await drafted()
  const { activityId } = at
  const hang = async () => {
    const fileId = await sent(await pictureOfAPhone('png'))
    return valueOf(await staff('programme.setCover', { activityId, fileId })).cover
  }
  const cover = await hang()
  expect(refusalOf(await resident('programme.cover', { activityId }))).toMatchObject({
    ...{ code: 'NOT_FOUND', facts: { what: 'activity' } },
  })
  // But to whoever says its address, as an HTTP host serves it: staff on a phone.
  const said = { activityId, cover: cover! }
  expect(valueOf(await staff('programme.cover', said))).toMatchObject({ cover })
  const wrong = { ...said, cover: `/cover/${centreId}/c-${'a'.repeat(26)}` }
  expect(refusalOf(await staff('programme.cover', wrong))).toMatchObject({ code: 'NOT_FOUND' })
  // A cover is not part of the plan: it makes nobody late who writes at it.
  valueOf(await staff('programme.publish', at))
  expect(valueOf(await resident('programme.cover', { activityId })).cover).toBe(cover)

  const other = await drafted()
  const fileId = await sent(await pictureOfAPhone('png'))
  const wish = { activityId: other.activityId, fileId }
  const hung = valueOf(await staff('programme.setCover', wish)).cover
  valueOf(await staff('programme.discard', other))
  expect(await named(hung)).toBeNull()
})

test('The same request hangs a cover once, and of two that hang one file one gets it', async () => {
  const activityId = await published()
  const requestId = newRequestId()
  const wish = { activityId, fileId: await sent(await pictureOfAPhone('png')) }
  const ask = () => staff('programme.setCover', wish, requestId)
  const answers = await Promise.all([ask(), ask(), ask()])
  answers.push(await ask())
  for (const answer of answers) expect(valueOf(answer)).toEqual(valueOf(answers[0]))

  const fileId = await sent(await pictureOfAPhone('png'))
  const both = await Promise.all(
    [activityId, await published()].map((one) =>
      staff('programme.setCover', { activityId: one, fileId }),
    ),
  )
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(refusalOf(both.find(({ ok }) => !ok)!)).toMatchObject({ facts: { what: 'file' } })
})

test('What is no picture, or a stranger’s, is refused by name and changes nothing', async () => {
  const activityId = await published()
  const whole = await noisyPicture(300, 300)
  const before = await countIn('uploaded_file')
  for (const [content, reason] of [
    [Buffer.from('名称,地址\n'), 'KIND'],
    [Buffer.from(await (await scannedPdf()).save()), 'KIND'],
    [whole.subarray(0, whole.length / 2), 'BROKEN'],
  ] as const) {
    const fileId = await sent(content)
    const answer = await staff('programme.setCover', { activityId, fileId })
    expect(refusalOf(answer)).toMatchObject({ code: 'PHOTO_REFUSED', facts: { reason } })
  }
  expect(await countIn('uploaded_file')).toBe(before! + 3)
  const strangers = await sent(await pictureOfAPhone('png'), 'stranger')
  const stolen = await staff('programme.setCover', { activityId, fileId: strangers })
  expect(refusalOf(stolen)).toMatchObject({ code: 'NOT_FOUND', facts: { what: 'file' } })
  expect(valueOf(await staff('programme.get', { activityId })).cover).toBeNull()
})
