/** What a station's door looks like: staff hang a photo from the phone, riders see it. */
import { MAX_TRIES } from '@/gateway/call/backoff'
import { doorPicture } from '../support/files/door-picture'
import { noisyPicture, pictureOfAPhone } from '../support/files/pictures'
import { alwaysOpen, type ListedStation } from '../support/riders'
import { workbook } from '../support/station-list'
import { Visitor } from '../support/visitor'
import type { WeappInChromium } from '../support/weapp/chromium/weapp-in-chromium'
import { Looks, MODES, writeLooks } from '../support/weapp/looks'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(120_000)

const PAGE = 'pages/station/station/station'
/** Riders wear gloves: both scales have large targets on these screens. */
const MIN_TARGET = 60

const stage = useStage()
const all: Looks[] = []
let station: ListedStation
beforeAll(async () => {
  const stations = await alwaysOpen(stage.host.url)
  station = stations.find(({ stationId }) => stationId.startsWith('nongye.'))!
})
afterAll(() => writeLooks('weapp-station-photo', 'What a station with a photo costs', all))

const entry = () => `${PAGE}?stationId=${station.stationId}`
const photo = (visitor: Visitor) =>
  visitor.page.getByRole('img', { name: `照片：${station.name}的门口` })

/** The points of the picture as it was drawn, once it is there. */
async function drawn(visitor: Visitor): Promise<{ width: number; height: number }> {
  await photo(visitor).waitFor()
  const image = photo(visitor).locator('img')
  await visitor.page.waitForFunction(
    (img) => (img as HTMLImageElement | null)?.naturalWidth,
    await image.elementHandle(),
  )
  return image.evaluate((img: HTMLImageElement) => ({
    width: img.naturalWidth,
    height: img.naturalHeight,
  }))
}

const asked = (weapp: WeappInChromium, operation: string) =>
  weapp.calls.filter(({ request }) => request.operation === operation).length

it('is hung by staff from the phone, replaced and taken down', async () => {
  const weapp = await stage.open({ persona: 'staff', entry: entry() })
  const visitor = new Visitor(weapp.page)
  await visitor.button('放一张照片').waitFor()
  // Who changes their mind in the album is not told anything.
  await visitor.touch(visitor.button('放一张照片'))
  await weapp.hand('名单.csv', Buffer.from('名称,地址\n'))
  await visitor.touch(visitor.button('放一张照片'))
  await visitor.sees('这不是照片')

  await weapp.hand('门口.jpg', await pictureOfAPhone('jpeg'))
  await visitor.touch(visitor.button('放一张照片'))
  await visitor.sees('照片放好了')
  expect(await drawn(visitor)).toEqual({ width: 200, height: 400 })

  await weapp.hand('门口.jpg', await doorPicture())
  await visitor.touch(visitor.button('换一张'))
  await visitor.page.waitForFunction(
    () => document.querySelector<HTMLImageElement>('.picture-fill img')?.naturalWidth === 960,
  )
  expect(await drawn(visitor)).toEqual({ width: 960, height: 1280 })

  await visitor.touch(visitor.button('撤下照片'))
  await visitor.touch(visitor.button('撤下'))
  await visitor.sees('照片撤下了')
  await visitor.button('放一张照片').waitFor()
  expect(await photo(visitor).count()).toBe(0)
  expect(weapp.errors).toEqual([])
})

it('is asked for once, and is there without network when it was seen before', async () => {
  await hang(await noisyPicture(1500, 1000))
  const weapp = await stage.open({ persona: '看照片', entry: entry() })
  const visitor = new Visitor(weapp.page)
  const { width, height } = await drawn(visitor)
  expect(width / height).toBeCloseTo(1.5, 1)
  expect(asked(weapp, 'stations.photo')).toBe(1)
  await weapp.setOnline(false)
  await weapp.restart()
  expect(await drawn(visitor)).toEqual({ width, height })
  expect(asked(weapp, 'stations.photo')).toBe(1)
  // The list on the phone does not hold it.
  const stored = await weapp.page.evaluate(() => JSON.stringify(localStorage).length)
  expect(stored).toBeLessThan(300_000)
  expect(weapp.errors).toEqual([])
})

it('is left out where it cannot be had; the page works without', async () => {
  const weapp = await stage.open({ persona: '没照片' })
  const visitor = new Visitor(weapp.page)
  await visitor.isHome()
  for (let tries = 0; tries < MAX_TRIES; tries++) weapp.failNext('stations.photo', 'unreachable')
  await weapp.restartAt(entry())
  await visitor.touch(visitor.button('说一声'))
  await visitor.touch(visitor.button('关上'))
  await visitor.page.getByText('门口的样子').waitFor({ state: 'detached' })
  expect(asked(weapp, 'stations.photo')).toBe(MAX_TRIES)
  expect(weapp.errors).toEqual([])
})

/** Staff hang a picture, from a phone of their own. */
async function hang(picture: Buffer): Promise<void> {
  const weapp = await stage.open({ persona: 'staff', entry: entry() })
  const visitor = new Visitor(weapp.page)
  await weapp.hand('门口.jpg', picture)
  await visitor.touch(visitor.button(/^(放一张照片|换一张)$/))
  await visitor.sees('照片放好了')
}

describe.each(MODES)('a station with a photo ($name)', (mode) => {
  const { scale, theme, device } = mode
  const looks = new Looks(mode, MIN_TARGET)
  all.push(looks)

  it('shows riders the door, and staff what they can do with it', async () => {
    if (mode === MODES[0]) await hang(await doorPicture())
    for (const [persona, screen] of [
      ['看门', 'station-photo'],
      ['staff', 'station-photo-staff'],
    ] as const) {
      const phone = { theme, ...(device && { device }) }
      const weapp = await stage.open({ persona, entry: entry(), ...phone })
      const visitor = new Visitor(weapp.page, scale)
      await drawn(visitor)
      const last = persona === 'staff' ? visitor.button('撤下照片') : photo(visitor)
      await last.scrollIntoViewIfNeeded()
      // Above what stays at the foot of the screen.
      await weapp.page.mouse.wheel(0, 220)
      await looks.look(weapp, screen)
      expect(weapp.errors).toEqual([])
    }
    expect(looks.faults()).toEqual({})
    expect(looks.overLimits()).toEqual([])
  })
})

it('staff take in a list of stations that somebody sent them in a chat', async () => {
  const weapp = await stage.open({
    persona: 'staff',
    entry: 'pages/staff/station-list/station-list',
  })
  const visitor = new Visitor(weapp.page)
  const rows = [
    ['驿站名称', '详细地址', '服务时间', '设施', '经度', '纬度'],
    ['示例：聊天里来的驿站', '建设西路 12 号', '全天', '充电', 113.612, 34.752],
  ]
  await weapp.hand('名单.xlsx', Buffer.from(workbook(rows)))
  await visitor.touch(visitor.button('选文件'))
  await visitor.sees('新增 1 个')
  await visitor.chooses(/^GCJ-02/)
  await visitor.touch(visitor.button('导入，改 1 个'))
  await visitor.sees('导入好了')
  expect(weapp.errors).toEqual([])
})
