/** Staff hang a photo of a station's door and the cover of an activity; others with a browser see them. */
import { auditScreen } from '../support/audit'
import { screenshot } from '../support/browser'
import { hangSampleCover } from '../support/covers'
import { doorPicture } from '../support/files/door-picture'
import { DESKTOP, HAND_HELD, useH5 } from '../support/h5'
import { bookables } from '../support/programme'
import { alwaysOpen } from '../support/riders'
import { Visitor } from '../support/visitor'

jest.setTimeout(120_000)

const stage = useH5()

it('is hung from a file, seen at once by others, and taken down', async () => {
  const stations = await alwaysOpen(stage.host.url)
  const station = stations.find(({ stationId }) => stationId.startsWith('nongye.'))!
  const address = `#/pages/station/station/station?stationId=${station.stationId}`
  const shown = (page: Visitor['page']) =>
    page.getByRole('img', { name: `照片：${station.name}的门口` })

  const desk = await stage.open({ ...DESKTOP, persona: 'staff' })
  const staff = new Visitor(desk.page, 'standard', 'mouse')
  await staff.isHome()
  await desk.page.goto(desk.page.url().replace(/#.*/, address))
  const choose = async (name: string, buffer: Buffer) => {
    const chooser = desk.page.waitForEvent('filechooser')
    await staff.touch(staff.button(/^(放一张照片|换一张)$/))
    await (await chooser).setFiles({ name, mimeType: 'image/jpeg', buffer })
  }
  await choose('门口.jpg', Buffer.from('\xff\xd8\xff\xe0 no picture', 'latin1'))
  await staff.sees('这张照片打不开')
  await choose('门口.jpg', await doorPicture())
  await staff.sees('照片放好了')
  await shown(desk.page).waitFor()
  await desk.page.waitForTimeout(350)
  await shown(desk.page).scrollIntoViewIfNeeded()
  await screenshot(desk.page, 'h5/station-photo-desktop')
  expect(await auditScreen(desk.page, { within: '.screen', minTarget: 44, minText: 0 })).toEqual([])

  const hand = await stage.open({ ...HAND_HELD, persona: 'rider' })
  const rider = new Visitor(hand.page)
  await rider.isHome()
  const answered = hand.page.waitForResponse((response) => response.url().includes('/photo/'))
  await hand.page.goto(hand.page.url().replace(/#.*/, address))
  const response = await answered
  expect(response.headers()['cache-control']).toContain('immutable')
  const size = await shown(hand.page)
    .locator('img')
    .evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight])
  expect(size).toEqual([960, 1280])
  expect(await rider.button('换一张').count()).toBe(0)

  await staff.touch(staff.button('撤下照片'))
  await staff.touch(staff.button('撤下'))
  await staff.sees('照片撤下了')
  expect(desk.errors).toEqual([])
  expect(hand.errors).toEqual([])
})

it('shows a cover at the top of its activity, in a browser by its address', async () => {
  const { activityId, title } = (await bookables(stage.host.url))[0]!
  const cover = await hangSampleCover(stage.host.url, activityId)
  for (const [name, device] of [
    ['desktop', DESKTOP],
    ['phone', { ...HAND_HELD, dark: true }],
  ] as const) {
    const { page, errors } = await stage.open({ ...device, persona: `看封面-${name}` })
    await new Visitor(page).isHome()
    const served = page.waitForResponse((response) => response.url().endsWith(cover))
    const at = `#/pages/activity/activity/activity?activityId=${activityId}`
    await page.goto(page.url().replace(/#.*/, at))
    expect((await served).status()).toBe(200)
    const shown = page.getByRole('img', { name: `封面：${title}` })
    await shown.waitFor()
    const { width, height } = (await shown.boundingBox())!
    expect(width / height).toBeCloseTo(16 / 9, 1)
    await page.waitForTimeout(350)
    await screenshot(page, `h5/activity-cover-${name}`)
    expect(await auditScreen(page, { within: '.screen', minTarget: 44, minText: 0 })).toEqual([])
    expect(errors).toEqual([])
  }
})
