/** Limits that keep it fair: staff set them, a resident reads them beforehand and hears what to give back. */
import type { Output } from '@/contract'
import { auditScreen } from '../support/audit'
import { screenshot } from '../support/browser'
import { command } from '../support/consultations'
import { DESKTOP, HAND_HELD, useH5 } from '../support/h5'
import { ask } from '../support/programme'
import { Visitor } from '../support/visitor'

jest.setTimeout(120_000)

const stage = useH5()
const AT_A_DESK = { within: '.screen', minTarget: 24, minText: 0 }
const RESIDENT = '示例新居民'

const limits = () =>
  ask<Output<'limits.get'>>(stage.host.url, 'staff', 'limits.get', { centreId: 'nongye' })

it('are set by staff at a desk, of the centre and of one activity', async () => {
  const { page, errors } = await stage.open({ ...DESKTOP, persona: 'staff' })
  const visitor = new Visitor(page, 'standard', 'mouse')
  await visitor.isHome()
  await visitor.goesToWork('报名限制')
  await page.getByRole('radio', { name: '4 门', checked: true }).waitFor()
  await visitor.chooses('1 门')
  await visitor.touch(visitor.button('保存'))
  await visitor.sees('存好了，马上就算数')
  await visitor.button('没有要改的').waitFor()
  await screenshot(page, 'h5/limits-desktop')
  expect(await auditScreen(page, AT_A_DESK)).toEqual([])

  await visitor.touch(visitor.button(/^太极 24 式，/))
  await visitor.touch(visitor.button(/^几个班只能报一个/))
  await page.getByRole('textbox', { name: '组的名字' }).fill('示例晚课')
  await visitor.touch(visitor.button('保存'))
  await visitor.button('几个班只能报一个，“示例晚课”组，组里还没有别的班').waitFor()
  await visitor.touch(visitor.button('关上'))
  await visitor.button('太极 24 式，“示例晚课”只报一个').waitFor()
  const { coursesPerTerm, activities } = await limits()
  expect(coursesPerTerm).toBe(1)
  expect(activities.find(({ title }) => title === '太极 24 式')?.parallelGroup).toBe('示例晚课')
  expect(errors).toEqual([])
})

it('are read before booking, and a refusal leads to what can be given back', async () => {
  const { activities } = await limits()
  const idOf = (title: string) => activities.find((one) => one.title === title)!.activityId
  const first = await ask<Output<'activities.get'>>(stage.host.url, RESIDENT, 'activities.get', {
    activityId: idOf('零基础吉他'),
  })
  await command(stage.host.url, RESIDENT, 'seats.book', { poolId: first.pools[0]!.poolId })
  const { page, errors } = await stage.open({ ...HAND_HELD, persona: RESIDENT })
  const visitor = new Visitor(page)
  await visitor.isHome()
  await page.goto(
    `${stage.host.url}/#/pages/activity/activity/activity?activityId=${idOf('太极 24 式')}`,
  )
  await visitor.sees('每人每学期最多报 1 门课')
  await screenshot(page, 'h5/limits-activity')
  await visitor.touch(visitor.button('报名'))
  await visitor.sees('您这学期已经有 1 门。想上这一门，先退“零基础吉他”，再来报。')
  await page.waitForTimeout(300)
  await screenshot(page, 'h5/limits-refused')
  await visitor.touch(visitor.button('去看那次报名'))
  await visitor.sees('来不了，退掉')
  await visitor.sees(/零基础吉他/)
  expect(errors).toEqual([])
})
