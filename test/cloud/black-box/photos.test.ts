import sharp from 'sharp'
import { type TestDatabase, testDatabase } from '../../support/database'
import { aCentre, anActivity } from '../../support/builders/programme'
import { aStation } from '../../support/builders/station'
import { cloudStorage } from '../../support/cloud-storage'
import { containerDoor } from '../../support/container-host'
import { pictureOfAPhone } from '../../support/files/pictures'
import { functionDoor } from '../../support/function-host'
import { localDoor } from '../../support/local-host'
import { intent } from './booking-behaviour'
import type { Door } from './door'

let database: TestDatabase
let centreId: string
let picture: Buffer

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
  picture = await pictureOfAPhone('jpeg')
}, 90_000)
afterAll(() => database.drop())

/** What a half of the sample picture shows, upright. */
async function colourAt(jpeg: Buffer, top: number): Promise<'red' | 'blue'> {
  const half = await sharp(jpeg).extract({ left: 0, top, width: 200, height: 200 }).toBuffer()
  const { r, b } = (await sharp(half).stats()).dominant
  return r > b ? 'red' : 'blue'
}

const send = (door: Door, as: string | null, operation: string, input: object) =>
  door.call({ operation, input, requestId: intent(), client: '1.0.0' }, as)

async function asStaff(door: Door, subject: string): Promise<void> {
  await send(door, subject, 'me.get', {})
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select $1, person_id, 'staff' from changlai.person_identity where subject = $2`,
    [centreId, subject],
  )
}

describe.each([
  ['the local host', localDoor, (who: string) => ({ 'x-local-persona': who })],
  ['the container', containerDoor, (who: string) => ({ 'x-wx-openid': who })],
] as const)('a photo through %s', (_, open, identity) => {
  let door: Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    door = await open(database.appUrl)
  }, 90_000)
  afterAll(() => door.end())

  test('is sent, hung, and served for ever under its name', async () => {
    const staff = `staff-${intent()}`
    await asStaff(door, staff)
    const stationId = await aStation(database.store, centreId)
    const sent = await fetch(`${door.url}/upload`, {
      method: 'POST',
      headers: { ...identity(staff), 'x-file-name': 'door.jpg' },
      body: new Uint8Array(picture),
    })
    const { value } = (await sent.json()) as { value: { fileId: string } }
    const hung = await send(door, staff, 'stations.setPhoto', { stationId, ...value })
    expect(hung).toMatchObject({ ok: true, value: { photoShape: { width: 200, height: 400 } } })

    const url = door.url + (hung.value!['photo'] as string)
    const first = await fetch(url)
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toBe('image/jpeg')
    expect(first.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(first.headers.get('x-content-type-options')).toBe('nosniff')
    const body = Buffer.from(await first.arrayBuffer())
    expect(body.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    const etag = first.headers.get('etag')!
    const again = await fetch(url, { headers: { 'if-none-match': `W/${etag}` } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')

    await send(door, staff, 'stations.setPhoto', { stationId, fileId: null })
    expect((await fetch(url)).status).toBe(404)
  })

  test.each(['', 'nongye', 'nongye/p-1', `nongye/p-${'a'.repeat(26)}`, `..%2Fp-${'a'.repeat(26)}`])(
    'is not at /photo/%s',
    async (path) => {
      const response = await fetch(`${door.url}/photo/${path}`)
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({ code: 'NOT_FOUND', facts: { what: 'photo' } })
    },
  )

  test('of an activity is served in the same manner, and draws nobody to it by a wrong name', async () => {
    const staff = `staff-${intent()}`
    await asStaff(door, staff)
    const activityId = await anActivity(database.store, centreId)
    const sent = await fetch(`${door.url}/upload`, {
      method: 'POST',
      headers: { ...identity(staff), 'x-file-name': 'cover.jpg' },
      body: new Uint8Array(picture),
    })
    const { value } = (await sent.json()) as { value: { fileId: string } }
    await send(door, staff, 'programme.setCover', { activityId, ...value })
    const seen = await send(door, null, 'activities.get', { activityId })
    expect(seen).toMatchObject({ value: { coverShape: { width: 200, height: 400 } } })
    const url = door.url + (seen.value!['cover'] as string)
    const first = await fetch(url)
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(first.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const served = Buffer.from(await first.arrayBuffer())
    const given = await send(door, null, 'programme.cover', { activityId })
    expect(given.value!['cover']).toBe(seen.value!['cover'])
    expect(served.equals(Buffer.from(given.value!['jpeg'] as string, 'base64'))).toBe(true)
    expect(await Promise.all([0, 200].map((top) => colourAt(served, top)))).toEqual(['blue', 'red'])
    const again = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag')! } })
    expect(again.status).toBe(304)
    await send(door, staff, 'programme.setCover', { activityId, fileId: null })
    for (const gone of [url, `${door.url}/cover/nongye/c-1`, `${door.url}/cover/`]) {
      const response = await fetch(gone)
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({ facts: { what: 'cover' } })
    }
  })

  test('is counted as an upload, and no upload is counted by who sent it', async () => {
    await fetch(`${door.url}/upload`, { method: 'POST', body: 'x' }).then((sent) => sent.text())
    const text = await (await fetch(`${door.url}/metrics`)).text()
    expect(text).toMatch(/^changlai_uploads_total\{code="OK"\} [1-9]/m)
    expect(text).toMatch(/^changlai_uploads_total\{code="\w+"\} [1-9]/m)
    expect(text).toMatch(/^changlai_upload_bytes_total [1-9]/m)
    expect(text).toMatch(/^changlai_upload_duration_seconds_count [1-9]/m)
    expect(text).not.toContain('staff-')
  })

  test('has no cloud storage to come through', async () => {
    const answer = await send(door, 'somebody', 'files.begin', { name: 'a.jpg', bytes: 1 })
    expect(answer).toMatchObject({ ok: false, code: 'NO_CLOUD_STORAGE' })
  })
})

describe('a photo through the cloud function', () => {
  let storage: Awaited<ReturnType<typeof cloudStorage>>
  let door: Door
  beforeAll(async () => {
    storage = await cloudStorage()
    door = await functionDoor('api', {
      DATABASE_URL: database.appUrl,
      CLOUD_STORAGE: storage.url,
    })
  }, 90_000)
  afterAll(async () => {
    await door.end()
    await storage.end()
  })

  /** What a phone does: asks where to, and puts the file there. */
  async function put(as: string, content: Buffer, bytes = content.length): Promise<string> {
    const begun = await send(door, as, 'files.begin', { name: '门口.jpg', bytes })
    const cloudFileId = `cloud://sample-1a.7361-sample-1a/${begun.value!['cloudPath'] as string}`
    storage.files.set(cloudFileId, content)
    return cloudFileId
  }

  test('comes by cloud storage, is hung, and is given to a phone as text', async () => {
    const staff = `staff-${intent()}`
    await asStaff(door, staff)
    const stationId = await aStation(database.store, centreId)
    const cloudFileId = await put(staff, picture)
    const received = await send(door, staff, 'files.receive', { cloudFileId })
    expect(received).toMatchObject({ ok: true })
    expect(storage.files.size).toBe(0)

    const hung = await send(door, staff, 'stations.setPhoto', { stationId, ...received.value })
    expect(hung).toMatchObject({ ok: true, value: { photoShape: { width: 200, height: 400 } } })
    const seen = await send(door, null, 'stations.photo', { stationId })
    const jpeg = Buffer.from(seen.value!['jpeg'] as string, 'base64')
    expect(jpeg.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    expect(jpeg.includes('Exif')).toBe(false)

    const activityId = await anActivity(database.store, centreId)
    const second = await send(door, staff, 'files.receive', {
      cloudFileId: await put(staff, picture),
    })
    await send(door, staff, 'programme.setCover', { activityId, ...second.value })
    const cover = await send(door, null, 'programme.cover', { activityId })
    expect(cover).toMatchObject({ ok: true, value: { coverShape: { width: 200, height: 400 } } })
  })

  test('at somebody else’s path is not there, and stays where it is', async () => {
    const cloudFileId = await put('owner', picture)
    const stolen = await send(door, 'thief', 'files.receive', { cloudFileId })
    expect(stolen).toMatchObject({ ok: false, code: 'NOT_FOUND', facts: { what: 'file' } })
    expect(storage.files.has(cloudFileId)).toBe(true)
    expect(await send(door, null, 'files.begin', { name: 'a', bytes: 1 })).toMatchObject({
      code: 'UNAUTHENTICATED',
    })
  })

  test('that never arrived, is none, or is too large is refused by name', async () => {
    const lost = await put('phone', picture)
    storage.files.delete(lost)
    expect(await send(door, 'phone', 'files.receive', { cloudFileId: lost })).toMatchObject({
      code: 'NOT_FOUND',
    })
    const program = await put('phone', Buffer.from('\x7fELF\x02\x00'))
    expect(await send(door, 'phone', 'files.receive', { cloudFileId: program })).toMatchObject({
      code: 'FILE_REFUSED',
      facts: { reason: 'FILE_KIND' },
    })
    const large = await put('phone', Buffer.alloc(11 * 1024 * 1024, 'a'), 1)
    expect(await send(door, 'phone', 'files.receive', { cloudFileId: large })).toMatchObject({
      code: 'FILE_REFUSED',
      facts: { reason: 'TOO_LARGE' },
    })
    expect([...storage.files.keys()].filter((id) => [program, large].includes(id))).toEqual([])
  })
})
