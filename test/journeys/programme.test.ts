/**
 * Publishing by hand at a desk: a lecture from a template over a holiday, a resident who books it, a time
 * that moves with a reason, a colleague who was sooner, and the end of it all.
 */
import type { Input, Output } from '@/contract'
import { monthDayInWords } from '@/domain/time/words'
import { auditScreen } from '../support/audit'
import { screenshot } from '../support/browser'
import { command } from '../support/consultations'
import { DESKTOP, HAND_HELD, useH5 } from '../support/h5'
import { ask } from '../support/programme'
import { Visitor } from '../support/visitor'

jest.setTimeout(180_000)

const stage = useH5()
const AT_A_DESK = { within: '.screen', minTarget: 24, minText: 0 }
const TITLE = '示例大讲堂'
const RESIDENT = '示例听课的人'

const plans = (text: string) =>
  ask<Output<'programme.list'>>(stage.host.url, 'staff', 'programme.list', {
    ...{ centreId: 'nongye', text },
  })
const planOf = (activityId: string) =>
  ask<Output<'programme.get'>>(stage.host.url, 'staff', 'programme.get', { activityId })

async function openList() {
  const opened = await stage.open({ ...DESKTOP, persona: 'staff' })
  const visitor = new Visitor(opened.page, 'standard', 'mouse')
  await visitor.isHome()
  await visitor.goesToWork('排课')
  await visitor.button('新开一个').waitFor()
  return { ...opened, visitor }
}

let activityId = ''

it('publishes a lecture from a template, over a holiday', async () => {
  const { page, errors, visitor } = await openList()
  await screenshot(page, 'h5/programme-list')
  expect(await auditScreen(page, AT_A_DESK)).toEqual([])
  await visitor.touch(visitor.button('新开一个'))
  await visitor.sees('照一个样子开')
  await page.waitForTimeout(400)
  await screenshot(page, 'h5/programme-new')
  await visitor.touch(visitor.button(/^社区大讲堂，每周一次/))
  await page.getByRole('textbox', { name: '名字' }).fill(TITLE)
  await page.getByRole('textbox', { name: '地点' }).fill('示例讲座室')
  // Of two days in a row one is among these: a year of them meets a holiday wherever it begins.
  for (const weekday of ['周二', '周六', '周日'])
    await visitor.touch(page.getByRole('checkbox', { name: weekday }))
  await visitor.chooses('上几次')
  await page.getByRole('textbox', { name: '一共几次' }).fill('210')
  await visitor.sees(/ 个日期遇节假日（/)
  await visitor.chooses(/^照常/)
  await visitor.sees(/，共 210 课$/)
  await visitor.chooses(/^停一次/)
  await visitor.sees(/逢法定假日暂停一次/)
  // Whatever day it is today, there is something to book.
  await visitor.touch(visitor.button(/^改报名时间/))
  await visitor.chooses('一发布就开')
  await page.waitForTimeout(900)
  await screenshot(page, 'h5/programme-form')
  expect(await auditScreen(page, AT_A_DESK)).toEqual([])
  await visitor.touch(visitor.button('发布'))
  await visitor.sees('居民马上在课程和日历里看到。')
  await page.waitForTimeout(300)
  await screenshot(page, 'h5/programme-sure')
  await visitor.touch(page.getByRole('dialog').getByRole('button', { name: '发布' }))
  await visitor.button('整个延期').waitFor()
  await screenshot(page, 'h5/programme-one')
  const { activities } = await plans(TITLE)
  expect(activities).toMatchObject([{ title: TITLE, state: 'published' }])
  activityId = activities[0]!.activityId
  expect(errors).toEqual([])
})

it('moves it with a reason that whoever booked reads once, unless a colleague was sooner', async () => {
  const { url } = stage.host
  const { pools } = await ask<Output<'activities.get'>>(url, RESIDENT, 'activities.get', {
    activityId,
  })
  const open = pools.find(({ state }) => state === 'open')!
  const date = open.occurrences[0]!.startsAt.slice(0, 10)
  const there = await stage.open({ ...HAND_HELD, persona: RESIDENT })
  const resident = new Visitor(there.page)
  await resident.isHome()
  await resident.goTo('日历')
  await resident.opensFromCalendar({ title: TITLE, date, dayInWords: monthDayInWords(date) })
  await resident.books()
  expect(there.errors).toEqual([])

  const { page, errors, visitor } = await openList()
  await visitor.touch(visitor.button(new RegExp(`^${TITLE}，`)))
  await visitor.button('改一改').waitFor()
  await screenshot(page, 'h5/programme-list-one')
  await visitor.touch(visitor.button('改一改'))
  await page.getByRole('textbox', { name: '几点开始' }).fill('16:00')
  await visitor.sees('报了名的 1 人每人收到一条通知。')
  await page.getByRole('textbox', { name: '为什么' }).fill('老师下午四点才到')
  await page.waitForTimeout(300)
  await screenshot(page, 'h5/programme-change')

  // A colleague gives it another name in the meantime.
  const { plan, version } = await planOf(activityId)
  const renamed: Input<'programme.save'> = {
    ...{ centreId: 'nongye', activityId, version, reason: null },
    plan: { ...plan, title: `${TITLE}（冬）` },
  }
  await command(url, 'district', 'programme.save', renamed)
  await visitor.touch(visitor.button('保存，告诉 1 人'))
  await visitor.sees('别人刚改过')
  await page.getByRole('radio', { name: `现在的：${TITLE}（冬）`, checked: true }).waitFor()
  await screenshot(page, 'h5/programme-meanwhile')
  expect(await auditScreen(page, AT_A_DESK)).toEqual([])
  await visitor.touch(visitor.button('就这样保存'))
  await visitor.button('整个延期').waitFor()
  const after = await planOf(activityId)
  expect(after.plan).toMatchObject({ title: `${TITLE}（冬）`, when: { rule: { time: '16:00' } } })

  const { notices } = await ask<Output<'notices.mine'>>(url, RESIDENT, 'notices.mine', {})
  expect(notices.filter(({ title }) => title.includes(TITLE))).toHaveLength(1)

  await visitor.touch(visitor.button('取消这个活动'))
  await visitor.sees(/报了名的 1 人/)
  await page.getByRole('textbox', { name: '为什么' }).fill('讲座室要检修')
  await page.waitForTimeout(300)
  await screenshot(page, 'h5/programme-cancel')
  await visitor.touch(visitor.button('取消，告诉 1 人'))
  await visitor.sees('已取消')
  expect((await planOf(activityId)).state).toBe('cancelled')
  expect(errors).toEqual([])
})

it('keeps on a phone what was typed, and says at the field what is wrong', async () => {
  const { page, errors } = await stage.open({ ...HAND_HELD, persona: 'staff' })
  const visitor = new Visitor(page)
  await visitor.isHome()
  const form = `${stage.host.url}/#/pages/programme/plan/plan?centreId=nongye`
  await page.goto(form)
  await page.getByRole('textbox', { name: '名字' }).fill('示例手工')
  await visitor.touch(visitor.button('发布'))
  await page.getByRole('textbox', { name: '几点开始，写几点开始，比如 9:30' }).waitFor()
  await visitor.sees('选哪几天')
  await screenshot(page, 'h5/programme-phone')
  await page.reload()
  await visitor.sees(/^接着.*写的，留在这部手机里 7 天。$/)
  expect(await page.getByRole('textbox', { name: '名字' }).inputValue()).toBe('示例手工')
  expect(await auditScreen(page, { within: '.screen', minTarget: 44, minText: 0 })).toEqual([])
  expect(errors).toEqual([])
})
