/** At the desk: staff look at who waits for a full class, and put somebody first with a reason. */
import type { Output } from '@/contract'
import { auditScreen } from '../support/audit'
import { screenshot } from '../support/browser'
import { command } from '../support/consultations'
import { DESKTOP, useH5 } from '../support/h5'
import { ask } from '../support/programme'
import { Visitor } from '../support/visitor'

jest.setTimeout(120_000)

/** In the sample the resident waits first for it, with neighbours behind. */
const TITLE = '成人书法'
const REASON = '上一期停了三课，先补给老学员'
const AT_A_DESK = { within: '.screen', minTarget: 24, minText: 0 }
const stage = useH5()

const mineOf = (persona: string) =>
  ask<Output<'waitlist.mine'>>(stage.host.url, persona, 'waitlist.mine', { live: true })

it('puts one first who waits, and everybody on the list reads why', async () => {
  const [waits] = (await mineOf('resident')).entries
  expect(waits).toMatchObject({ title: TITLE, position: 1, moves: [] })
  const { poolId } = waits!
  await command(stage.host.url, '老学员', 'waitlist.join', { poolId })

  const { page, errors } = await stage.open({ ...DESKTOP, persona: 'staff' })
  const visitor = new Visitor(page, 'standard', 'mouse')
  await visitor.isHome()
  await visitor.goTo('课程')
  await visitor.touch(visitor.button(new RegExp(`${TITLE}.*报满了`)).first())
  await visitor.touch(visitor.button('候补名单（5 位在等）'))
  await visitor.sees('5 位在等')
  await page.waitForTimeout(350)
  await screenshot(page, 'h5/waitlist-desktop')
  expect(await auditScreen(page, AT_A_DESK)).toEqual([])

  await visitor.touch(visitor.button(/^第 5 位 · 等 1 席/))
  await visitor.button('先写为什么').waitFor()
  await page.getByRole('textbox', { name: '为什么' }).fill(REASON)
  await visitor.button('提到最前').waitFor()
  await page.waitForTimeout(350)
  await screenshot(page, 'h5/waitlist-move-desktop')
  await visitor.touch(visitor.button('提到最前'))
  await visitor.sees(`提到过最前：${REASON}`)
  await visitor.sees('提到最前了，大家都看得到原因')
  await page.waitForTimeout(350)
  await screenshot(page, 'h5/waitlist-moved-desktop')

  const [after] = (await mineOf('resident')).entries
  expect(after).toMatchObject({ position: 2, moves: [{ fromPosition: 5, reason: REASON }] })
  expect((await mineOf('老学员')).entries).toMatchObject([{ position: 1 }])
  expect(errors).toEqual([])
})
