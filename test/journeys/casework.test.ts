/** At the desk: a lawyer publishes a month and prints a referral, staff look at what waits. */
import type { Output } from '@/contract'
import { addMonths, dateOf, monthOf } from '@/domain/time/date'
import { monthInWords } from '@/domain/time/words'
import { auditScreen } from '../support/audit'
import { screenshot } from '../support/browser'
import { asksFor, freeSlots, INTAKE, SECRETS } from '../support/casework'
import { command } from '../support/consultations'
import { eventually } from '../support/eventually'
import { DESKTOP, HAND_HELD, useH5 } from '../support/h5'
import { ask } from '../support/programme'
import { Visitor } from '../support/visitor'

jest.setTimeout(120_000)

const GATE = '打开看（会记下来，居民能看到）'
const stage = useH5()
/** A mouse points finely: at a desk a cell of the week need not be as large as a thumb. */
const AT_A_DESK = { within: '.screen', minTarget: 24, minText: 0 }

/** The first month for which the sample has no hours yet: its grid begins with the last one's. */
const MONTH = addMonths(monthOf(dateOf(Date.now())), 3)
const hoursOf = () =>
  ask<Output<'casework.officeHours'>>(stage.host.url, 'lawyer', 'casework.officeHours', {
    ...{ centreId: 'nongye', service: 'legal', month: MONTH },
  })

it('sets the hours of a month in a grid and publishes it at once', async () => {
  const { page, errors } = await stage.open({ ...DESKTOP, persona: 'lawyer' })
  const visitor = new Visitor(page, 'standard', 'mouse')
  const cell = (name: string) => page.getByRole('gridcell', { name: new RegExp(`^${name} 到`) })
  await visitor.isHome()
  await visitor.goesToWork('我的时间')
  await visitor.sees('每周什么时候在')
  const heading = page.getByRole('heading', { name: monthInWords(MONTH) })
  for (let turn = 0; turn < 4 && !(await heading.isVisible()); turn++) {
    await visitor.touch(visitor.button('下个月'))
    await page.waitForTimeout(300)
  }
  await heading.waitFor()
  expect((await page.locator('.screen').filter({ visible: true }).boundingBox())!.width).toBe(1248)

  await visitor.touch(cell('周二 14:00'))
  await visitor.sees('周二 14:00 开始，再点结束的那一格。')
  await visitor.touch(cell('周二 16:00'))
  await visitor.touch(cell('周四 09:00'))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await visitor.touch(page.getByRole('radio', { name: '30 分钟' }))
  await visitor.touch(page.getByRole('checkbox', { name: '微信' }))
  await page.getByRole('textbox', { name: '在哪儿见' }).fill('')
  await visitor.button('先写在哪儿见').waitFor()
  await page.getByRole('textbox', { name: '在哪儿见' }).fill('二楼会议室')
  const day = page.getByRole('checkbox', { name: /周四，9 个时段$/ }).first()
  const blocked = (await day.getAttribute('aria-label'))!.split('，')[0]!
  await visitor.touch(day)
  await page.getByRole('checkbox', { name: `${blocked}，这天停` }).waitFor()
  await page.waitForTimeout(350)
  await screenshot(page, 'h5/hours-desktop')
  expect(await auditScreen(page, AT_A_DESK)).toEqual([])

  const gives = (await page.getByText(/^\d+ 个时段，\d+ 天$/).innerText()).match(/\d+/)![0]
  await visitor.touch(visitor.button(`发布 ${Number(MONTH.slice(5))} 月`))
  await visitor.sees(`新增 ${gives} 个。`)
  const { hours, slots, published } = await hoursOf()
  expect(published).toBe(true)
  expect(slots).toHaveLength(Number(gives))
  expect(hours).toMatchObject({
    weekly: [
      { weekday: 2, spans: [{ opens: '14:00', closes: '16:30' }] },
      {
        weekday: 4,
        spans: [
          { opens: '09:00', closes: '10:30' },
          { opens: '14:00', closes: '17:00' },
        ],
      },
    ],
    ...{ slotMinutes: 30, place: '二楼会议室', channels: ['in-person', 'phone'] },
  })
  expect(hours!.blocked).toHaveLength(1)

  await visitor.touch(page.getByRole('checkbox', { name: `${blocked}，这天停` }))
  await visitor.touch(visitor.button(/^发布/))
  await visitor.sees('新增 9 个。')
  await visitor.touch(visitor.button(/^发布/))
  await visitor.sees('和上一次一样，什么也没变。')

  await visitor.touch(visitor.button('下个月'))
  await visitor.sees('还没发布。照上一次的填好了，看一眼就能发布。')
  await page.getByText(/^\d+ 个时段，\d+ 天$/).waitFor()
  expect(errors).toEqual([])
})

it('marks what somebody took, and leads from there to the consultation', async () => {
  const slot = (await freeSlots(stage.host.url)).find(({ startsAt }) => startsAt.startsWith(MONTH))!
  await asksFor(stage.host.url, '约在下下月的人', { poolId: slot.poolId })
  const { page } = await stage.open({ ...DESKTOP, persona: 'lawyer' })
  const visitor = new Visitor(page, 'standard', 'mouse')
  await visitor.isHome()
  await page.goto(`${stage.host.url}/#/pages/casework/hours/hours`)
  await visitor.sees('每周什么时候在')
  const taken = page.getByRole('heading', { name: '有人约了的' })
  for (let turn = 0; turn < 4 && !(await taken.isVisible()); turn++) {
    await visitor.touch(visitor.button('下个月'))
    await page.waitForTimeout(500)
  }
  await visitor.sees('约 1')
  await visitor.touch(visitor.button(/，看这件事$/))
  await visitor.button(GATE).waitFor()
})

it('prints a referral with nothing of the matter on one page', async () => {
  const asked = await asksFor(stage.host.url, '要转介的人', {
    poolId: (await freeSlots(stage.host.url))[0]!.poolId,
  })
  const { page, errors } = await stage.open({ ...DESKTOP, persona: 'lawyer' })
  const visitor = new Visitor(page, 'standard', 'mouse')
  await visitor.isHome()
  await page.goto(
    `${stage.host.url}/#/pages/casework/case/case?consultationId=${asked.consultationId}`,
  )
  await visitor.touch(visitor.button(GATE))
  await visitor.sees(new RegExp(SECRETS[0]))
  await page.waitForTimeout(350)
  await screenshot(page, 'h5/case-desktop')
  expect(await auditScreen(page, { ...AT_A_DESK, minTarget: 44 })).toEqual([])
  await visitor.touch(visitor.button('别的办法'))
  await page.waitForTimeout(350)
  await screenshot(page, 'h5/case-menu-desktop')
  await visitor.touch(visitor.button('开转介单'))
  await visitor.touch(visitor.button('打开转介单（会记下来，居民能看到）'))
  await visitor.sees(INTAKE.contact.name)
  await screenshot(page, 'h5/referral-desktop')

  const printed = page.evaluate(
    () => new Promise<boolean>((resolve) => (window.print = () => resolve(true))),
  )
  await visitor.touch(visitor.button('打印'))
  expect(await printed).toBe(true)
  await page.emulateMedia({ media: 'print' })
  await screenshot(page, 'h5/referral-printed')
  const paper = await page.evaluate(() => document.body.innerText)
  for (const line of ['转介单', SECRETS[2], SECRETS[3], '继承赡养', '农业银行社区']) {
    expect(paper).toContain(line)
  }
  for (const secret of [SECRETS[0], SECRETS[1], '打印', '返回']) expect(paper).not.toContain(secret)
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  expect(errors).toEqual([])
})

it('shows staff what waits, without a name or a word of the matter', async () => {
  await asksFor(stage.host.url, '等着的人', { urgent: true })
  await command(stage.host.url, '提意见的人', 'consultation.sendFeedback', {
    ...{ centreId: 'nongye', kind: 'suggestion', text: '阅览室能不能晚点关门', reach: '' },
  })
  const { page, errors } = await stage.open({ ...DESKTOP, persona: 'staff' })
  const visitor = new Visitor(page, 'standard', 'mouse')
  await visitor.isHome()
  await visitor.goesToWork('管受理')
  await visitor.button(/^法律咨询，急/).waitFor()
  await visitor.sees('阅览室能不能晚点关门')
  await page.waitForTimeout(350)
  await screenshot(page, 'h5/waiting-desktop')
  expect(await auditScreen(page, { ...AT_A_DESK, minTarget: 44 })).toEqual([])
  const shown = await page.evaluate(() => document.body.innerText)
  for (const secret of SECRETS) expect(shown).not.toContain(secret)
  await visitor.touch(visitor.button(/^法律咨询，急/).first())
  await visitor.chooses('示例律师')
  await screenshot(page, 'h5/assign-desktop')
  await visitor.touch(visitor.button('请这一位'))
  await visitor.sees('请了示例律师')
  expect(errors).toEqual([])
})

it('goes back to a phone’s width beside the desk', async () => {
  const { page } = await stage.open({ ...DESKTOP, persona: 'staff' })
  const visitor = new Visitor(page, 'standard', 'mouse')
  await visitor.isHome()
  await page.goto(`${stage.host.url}/#/pages/casework/waiting/waiting`)
  await visitor.sees('投诉建议')
  await visitor.touch(visitor.button('返回'))
  await visitor.isHome()
  const column = page.locator('.screen').filter({ visible: true }).first()
  // The screen that is left moves away before it is gone, and then has no place at all.
  await eventually(
    async () => (await column.boundingBox())?.width ?? Infinity,
    (width) => width <= 480,
  )
})

it('has the same on a phone in the hand', async () => {
  const { page, errors } = await stage.open({ ...HAND_HELD, persona: 'lawyer' })
  const visitor = new Visitor(page)
  await visitor.isHome()
  await page.goto(`${stage.host.url}/#/pages/casework/hours/hours`)
  await visitor.sees('每周什么时候在')
  await page.waitForTimeout(350)
  await screenshot(page, 'h5/hours-hand')
  expect(await auditScreen(page, { ...AT_A_DESK, minTarget: 44 })).toEqual([])
  expect(errors).toEqual([])
})
