import sharp from 'sharp'
import { cleanedPicture, MOST_POINTS } from '@/cloud/files/cleaned-picture'
import { noisyPicture, pictureOfAPhone } from '../../support/files/pictures'

const SECRETS = ['示例作者', '34/1 44/1 56/1', 'sample-place', 'Sample Phone 7']

const holds = (content: Uint8Array, text: string) => Buffer.from(content).includes(text)

describe.each(['jpeg', 'png', 'webp'] as const)('a %s as a phone takes it', (kind) => {
  test('is drawn anew without who, where and with what', async () => {
    const taken = await pictureOfAPhone(kind)
    const before = await sharp(taken).metadata()
    expect([before.exif, before.xmp, before.icc].map(Boolean)).toEqual([true, true, true])
    expect(SECRETS.some((secret) => holds(taken, secret))).toBe(true)

    const cleaned = await cleanedPicture(taken, { longestSide: 1280 })
    expect(cleaned.kind).toBe(kind)
    const after = await sharp(cleaned.content).metadata()
    expect(after).toMatchObject({ format: kind, space: 'srgb' })
    expect([after.exif, after.xmp, after.iptc, after.icc, after.comments]).toEqual(
      Array<undefined>(5).fill(undefined),
    )
    for (const secret of [...SECRETS, 'Exif', 'xmpmeta', 'GPS']) {
      expect(holds(cleaned.content, secret)).toBe(false)
    }
  })

  test('stands upright, whatever way the phone was held', async () => {
    // Written lying: red on its right end, and 6 says that the right end is at the bottom.
    const { content, width, height } = await cleanedPicture(await pictureOfAPhone(kind), {
      longestSide: 100,
    })
    expect([width, height]).toEqual([50, 100])
    expect((await sharp(content).metadata()).orientation).toBeUndefined()
    const { data } = await sharp(content).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const [top, bottom] = [5, 95].map((line) => data.subarray((line * 50 + 25) * 3).subarray(0, 3))
    expect(top![2]).toBeGreaterThan(150)
    expect(bottom![0]).toBeGreaterThan(150)
  })
})

test('a picture is made smaller and never larger', async () => {
  const wide = await noisyPicture(1600, 400)
  expect(await cleanedPicture(wide, { longestSide: 1280 })).toMatchObject({
    width: 1280,
    height: 320,
  })
  expect(await cleanedPicture(wide, { longestSide: 4000 })).toMatchObject({ width: 1600 })
})

test('a picture gives way until it has no more bytes than asked for', async () => {
  const noise = await noisyPicture(1600, 1200)
  const free = await cleanedPicture(noise, { longestSide: 1280, as: 'jpeg' })
  expect(free.content.length).toBeGreaterThan(250_000)
  const tight = await cleanedPicture(noise, { longestSide: 1280, as: 'jpeg', mostBytes: 60_000 })
  expect(tight.content.length).toBeLessThanOrEqual(60_000)
  expect(tight.width).toBeGreaterThan(250)
})

test('what is see-through becomes white where there is no see-through', async () => {
  const clear = { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } }
  const png = await sharp({ create: clear as sharp.Create })
    .png()
    .toBuffer()
  const { content } = await cleanedPicture(png, { longestSide: 20, as: 'jpeg' })
  expect((await sharp(content).stats()).channels.map(({ mean }) => Math.round(mean))).toEqual([
    255, 255, 255,
  ])
})

test('what ends early, is another kind or none is refused', async () => {
  const whole = await noisyPicture(400, 400)
  const gif = await sharp(whole).gif().toBuffer()
  for (const content of [
    whole.subarray(0, whole.length / 2),
    gif,
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    Buffer.from('\xff\xd8\xff\xe0 nothing', 'latin1'),
  ]) {
    await expect(cleanedPicture(content, { longestSide: 100 })).rejects.toMatchObject({
      name: 'FileRefused',
      reason: 'PICTURE_BROKEN',
    })
  }
})

test('a small file that would unpack to a huge picture is refused before it is unpacked', async () => {
  const side = Math.ceil(Math.sqrt(MOST_POINTS)) + 1
  const black = { width: side, height: side, channels: 3, background: '#000' } as const
  const bomb = await sharp({ create: black }).png({ compressionLevel: 9 }).toBuffer()
  expect(bomb.length).toBeLessThan(1_000_000)
  await expect(cleanedPicture(bomb, { longestSide: 100 })).rejects.toMatchObject({
    reason: 'PICTURE_TOO_LARGE',
  })
})
