/**
 * The screens that staff and the district work with, on the real bundle: 工作台, the figures, a message
 * to a class, a new centre; and the cover that staff hang, as residents see it.
 */
import { MAX_TRIES } from '@/gateway/call/backoff'
import { command } from '../support/consultations'
import { hangSampleCover } from '../support/covers'
import { bookables } from '../support/programme'
import { Visitor } from '../support/visitor'
import type { WeappInChromium } from '../support/weapp/chromium/weapp-in-chromium'
import { Looks, MODES, writeLooks } from '../support/weapp/looks'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(120_000)

const stage = useStage()
const all: Looks[] = []
let activityId: string
let title: string
let poolId: string
beforeAll(async () => {
  const [first] = await bookables(stage.host.url)
  ;({ activityId, title, poolId } = first!)
  await hangSampleCover(stage.host.url, activityId)
  await command(stage.host.url, '示例学员', 'seats.book', { poolId })
}, 60_000)
afterAll(() => writeLooks('weapp-staff', 'What the screens of staff cost', all))

const ACTIVITY = 'pages/activity/activity/activity'
const cover = (visitor: Visitor) => visitor.page.getByRole('img', { name: `封面：${title}` })
const asked = (weapp: WeappInChromium) =>
  weapp.calls.filter(({ request }) => request.operation === 'programme.cover').length

/** The points of the cover as it was drawn, once it is there. */
async function drawn(visitor: Visitor): Promise<number[]> {
  const image = cover(visitor).locator('img')
  await visitor.page.waitForFunction(
    (img) => (img as HTMLImageElement | null)?.naturalWidth,
    await image.elementHandle(),
  )
  return image.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight])
}

describe.each(MODES)('at work ($name)', (mode) => {
  const { name, scale, theme, device } = mode
  const phone = { theme, ...(device && { device }) }
  const looks = new Looks(mode)
  all.push(looks)

  it('shows the cover, once asked for, and its seal where it cannot be had', async () => {
    // In 大字 the picture is one tap on.
    const entry = `${ACTIVITY}?activityId=${activityId}${scale === 'large' ? '&full=yes' : ''}`
    const weapp = await stage.open({ ...phone, persona: `看封面-${name}`, entry })
    const resident = new Visitor(weapp.page, scale)
    expect(await drawn(resident)).toEqual([1200, 900])
    const { width, height } = (await cover(resident).boundingBox())!
    expect(width / height).toBeCloseTo(16 / 9, 1)
    await looks.look(weapp, 'activity-cover')
    await weapp.setOnline(false)
    await weapp.restart()
    expect(await drawn(resident)).toEqual([1200, 900])
    expect(asked(weapp)).toBe(1)
    expect(weapp.errors).toEqual([])

    const other = await stage.open({ ...phone, persona: `没封面-${name}` })
    const without = new Visitor(other.page, scale)
    await without.isHome()
    for (let tries = 0; tries < MAX_TRIES; tries++) other.failNext('programme.cover', 'unreachable')
    await other.restartAt(entry)
    await other.page.locator('.picture-missing').waitFor()
    expect(await cover(without).count()).toBe(0)
    await looks.look(other, 'activity-cover-missing')
    expect(other.errors).toEqual([])
  })

  it('shows staff today, the activity, the numbers, and a message to a class', async () => {
    const entry = 'pages/staff/workbench/workbench'
    const weapp = await stage.open({ ...phone, persona: 'staff', entry })
    const staff = new Visitor(weapp.page, scale)
    await staff.sees('等着办的')
    await looks.look(weapp, 'workbench')

    await weapp.restartAt(`pages/programme/one/one?activityId=${activityId}`)
    expect(await drawn(staff)).toEqual([1200, 900])
    await looks.look(weapp, 'programme-one-cover')

    await weapp.restartAt('pages/figures/centre/centre')
    await weapp.page.getByRole('table', { name: '坐满几成' }).waitFor()
    await looks.look(weapp, 'figures')

    const to = `activityId=${activityId}&poolId=${poolId}`
    await weapp.restartAt(`pages/figures/message/message?${to}`)
    const words = weapp.page.getByRole('textbox', { name: '要说的话' })
    await words.waitFor()
    await words.fill('周六请带一支毛笔，纸墨中心准备')
    await staff.button('发给 1 个人').waitFor()
    await looks.look(weapp, 'message-written')
    expect(weapp.errors).toEqual([])
  })

  it('shows the district its centres, and the way to a new one', async () => {
    const entry = 'pages/figures/district/district'
    const weapp = await stage.open({ ...phone, persona: 'district', entry })
    const district = new Visitor(weapp.page, scale)
    await weapp.page.getByRole('table', { name: '各个中心' }).waitFor()
    await looks.look(weapp, 'district')
    await district.touch(district.button('开一个新中心'))
    const field = (label: string) => weapp.page.getByRole('textbox', { name: label })
    await field('全名').waitFor()
    await district.isStill()
    await looks.look(weapp, 'open-name')
    await field('全名').fill('示例新社区党群服务中心')
    await field('短名').fill('示例新社区')
    await field('编号').fill('nongye')
    await district.touch(district.button('下一步'))
    await field('地址').fill('示例路（示例门牌）')
    await field('坐标').fill('113.6106, 34.7512')
    await looks.look(weapp, 'open-place')
    await district.touch(district.button('下一步'))
    await field('电话').fill('0371-00000000')
    await looks.look(weapp, 'open-hours')
    await district.touch(district.button('下一步'))
    await district.chooses(/^空着开/)
    await looks.look(weapp, 'open-template')
    await district.touch(district.button('下一步'))
    await district.touch(district.button('开这个中心'))
    await district.sees('这个编号已经有了')
    await looks.look(weapp, 'open-taken')
    expect(weapp.errors).toEqual([])
  })

  it('is legible, easy to hit and within the limits of WeChat’s audits', () => {
    expect(looks.faults()).toEqual({})
    expect(looks.overLimits()).toEqual([])
  })
})
