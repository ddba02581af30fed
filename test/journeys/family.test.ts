/** Families in a browser, on the pages that `npm start` serves. */
import type { Output } from '@/contract'
import { auditScreen } from '../support/audit'
import { screenshot } from '../support/browser'
import { addChild, bornFor, type ChildrensClass, childrensClasses } from '../support/families'
import { DESKTOP, HAND_HELD, useH5 } from '../support/h5'
import { ask, heldBy } from '../support/programme'
import { Visitor } from '../support/visitor'

jest.setTimeout(120_000)

const stage = useH5()
let course: ChildrensClass
beforeAll(async () => {
  course = (await childrensClasses(stage.host.url))[0]!
})

const addressOf = (activityId: string, poolId: string) =>
  `${stage.host.url}/#/pages/activity/activity/activity?activityId=${activityId}&poolId=${poolId}`

it('lets a parent add a child on the way to a class, and books for both children', async () => {
  const { url } = stage.host
  const persona = '浏览器家长'
  const { ages, firstDay, activity, pool } = course
  await addChild(url, persona, '小川', bornFor(ages.max, firstDay))
  const { page, errors } = await stage.open({ ...HAND_HELD, persona })
  const visitor = new Visitor(page)
  await visitor.isHome()
  await page.goto(addressOf(activity.activityId, pool.poolId))
  const chip = (who: RegExp) => page.getByRole('checkbox', { name: who })
  await chip(/^小川/).waitFor()
  expect(await chip(/^小川/).getAttribute('aria-checked')).toBe('true')

  await visitor.touch(visitor.button('＋ 添家人'))
  await visitor.touch(visitor.button(/^孩子，/))
  await page.getByRole('textbox', { name: '名字' }).fill('小满')
  await visitor.touch(visitor.button('下一步'))
  const [year, month, day] = bornFor(ages.min, firstDay).split('-').map(Number)
  for (const part of [`${year} 年`, `${month} 月`, `${day} 日`, '下一步']) {
    await visitor.touch(visitor.button(part))
  }
  await visitor.touch(chip(/我是小满的监护人/))
  await visitor.touch(visitor.button('记下'))

  await chip(/^小满/)
    .and(page.getByRole('checkbox', { checked: true }))
    .waitFor()
  await visitor.sees(/^2 席$/)
  await screenshot(page, 'h5/family-activity')
  await visitor.books()
  const [held] = await heldBy(url, persona)
  expect(held!.attendees!.map(({ name }) => name).sort()).toEqual(['小川', '小满'])
  expect(errors).toEqual([])
})

it('lets a volunteer book for an elder who reads out a code; the elder sees her number', async () => {
  const { url } = stage.host
  const elder = await stage.open({ ...HAND_HELD, persona: '浏览器老人' })
  const hers = new Visitor(elder.page)
  await hers.isHome()
  await elder.page.goto(`${url}/#/pages/family/code/code`)
  await hers.touch(hers.button('显示我的口令'))
  const spoken = elder.page.getByRole('img', { name: /^我的口令/ })
  const code = (await spoken.getAttribute('aria-label'))!.replace(/我的口令|\s/g, '')
  await screenshot(elder.page, 'h5/family-code')

  const clinic = await numberedClinic()
  const { page, errors } = await stage.open({ ...DESKTOP, persona: 'volunteer' })
  const visitor = new Visitor(page, 'standard', 'mouse')
  await visitor.isHome()
  await page.goto(addressOf(clinic.activityId, clinic.poolId))
  await visitor.touch(visitor.button('替人报名'))
  const field = page.locator('input').filter({ visible: true })
  await field.fill(code === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA')
  await visitor.touch(visitor.button('替对方报名'))
  await visitor.sees('口令不对，或者过期了')
  await field.fill(code.toLowerCase())
  await screenshot(page, 'h5/family-book-for')
  await visitor.touch(visitor.button('替对方报名'))
  await visitor.sees('替对方报上了')
  const [held] = await heldBy(url, '浏览器老人')
  const { number } = held!.attendees![0]!
  await visitor.sees(`${number} 号`)

  await elder.page.goto(`${url}/#/pages/me/me`)
  await hers.sees('志愿者或工作人员替您报的')
  await hers.touch(hers.button(`${held!.title}的签到码`))
  await hers.sees(new RegExp(`^${number}`))
  await elder.page.waitForTimeout(350)
  await screenshot(elder.page, 'h5/family-ticket')
  expect(await auditScreen(elder.page, { within: '.screen', minTarget: 44, minText: 0 })).toEqual(
    [],
  )
  expect([...elder.errors, ...errors]).toEqual([])
})

/** A clinic whose seats have numbers and that anybody may book now. */
async function numberedClinic(): Promise<{ activityId: string; poolId: string }> {
  const { url } = stage.host
  const list = { centreId: 'nongye', category: 'clinic' }
  const { activities } = await ask<Output<'activities.list'>>(
    ...([url, undefined, 'activities.list', list] as const),
  )
  for (const { activityId } of activities) {
    const get = [url, undefined, 'activities.get', { activityId }] as const
    const { pools } = await ask<Output<'activities.get'>>(...get)
    const pool = pools.find(({ numbered, state }) => numbered && state === 'open')
    if (pool) return { activityId, poolId: pool.poolId }
  }
  throw new Error('the sample programme has no numbered clinic that is open')
}
