/** Two of the staff hold a ballot at the desk, and a visitor has the browser draw it again. */
import type { Output } from '@/contract'
import { auditScreen } from '../support/audit'
import { TestBallots } from '../support/ballots'
import { screenshot } from '../support/browser'
import { DESKTOP, HAND_HELD, useH5 } from '../support/h5'
import { ask } from '../support/programme'
import { Visitor } from '../support/visitor'

jest.setTimeout(120_000)

const stage = useH5()
const AT_A_DESK = { within: '.screen', minTarget: 24, minText: 0 }
let ballots: TestBallots
beforeAll(async () => {
  ballots = await TestBallots.beside(stage.host)
})
afterAll(() => ballots?.end())

const CLASS = '少儿武术'
const held = async () => {
  const { ballots: all } = await ask<Output<'ballot.list'>>(
    ...([stage.host.url, 'staff', 'ballot.list', { centreId: 'nongye' }] as const),
  )
  return all.find(({ titles }) => titles.includes(CLASS))
}

it('is announced with a number that nobody knows yet', async () => {
  const { page, errors } = await stage.open({ ...DESKTOP, persona: 'staff' })
  const visitor = new Visitor(page, 'standard', 'mouse')
  await visitor.isHome()
  await visitor.goesToWork('管摇号')
  await visitor.sees('零基础素描')
  await visitor.sees(CLASS)
  await screenshot(page, 'h5/ballot-desk')
  expect(await auditScreen(page, AT_A_DESK)).toEqual([])

  await visitor.touch(visitor.button('公布一场摇号'))
  await visitor.touch(page.getByRole('checkbox', { name: new RegExp(CLASS) }))
  await page.getByRole('textbox', { name: '数字的来源' }).fill('福彩双色球当期开奖号码')
  await visitor.button('选哪一天公布').waitFor()
  const days = page.getByRole('radiogroup', { name: '哪一天公布' })
  await visitor.touch(days.getByRole('radio').nth(1))
  await visitor.touch(page.getByRole('radio', { name: '22:00' }))
  await visitor.button('公布这场摇号').waitFor()
  await screenshot(page, 'h5/ballot-announce')
  expect(await auditScreen(page, AT_A_DESK)).toEqual([])
  await visitor.touch(visitor.button('公布这场摇号'))
  const question = page.getByRole('dialog', { name: '公布以后不能改' })
  await visitor.touch(question.getByRole('button', { name: '公布', exact: true }))
  await visitor.sees('公布了，居民可以登记了')
  await visitor.sees('没有等着的')
  expect((await held())!.numberAt).toMatch(/T22:00:00\+08:00$/)
  expect(errors).toEqual([])
})

it('is drawn by the number that two enter alike, and is told of two that differ', async () => {
  const { ballotId } = (await held())!
  const { pools } = await ballots.proof(ballotId)
  await ballots.rivals('来看武术', [pools[0]!.poolId], 3)
  await ballots.close(ballotId)
  const deskOf = async (persona: string) => {
    const { page } = await stage.open({ ...DESKTOP, persona })
    await page.goto(`${stage.host.url}/#/pages/ballot/desk/desk`)
    return new Visitor(page, 'standard', 'mouse')
  }
  const enters = async (visitor: Visitor, number: string) => {
    await visitor.touch(visitor.button(new RegExp(`^${CLASS}，要录数字`)))
    const field = visitor.page.getByRole('textbox', { name: '公布的数字' })
    await field.fill(number)
    await visitor.sees(/^按 05 11 17 22 29 33 0\d 来摇$/)
  }
  const one = await deskOf('staff')
  await enters(one, '05 11 17 22 29 33 + 08')
  await one.touch(one.button('录入'))
  await one.sees('记下了，请另一位同事也录一遍')
  await one.sees(/您录过了，等同事再录$/)

  const other = await deskOf('district')
  await enters(other, '05 11 17 22 29 33 + 09')
  await other.touch(other.button('录入，对上就摇'))
  await other.sees('和同事录的不一样')
  await screenshot(other.page, 'h5/ballot-differ')
  expect((await ballots.proof(ballotId)).state).toBe('closed')
  await other.page.getByRole('textbox', { name: '公布的数字' }).fill('05 11 17 22 29 33 + 08')
  await other.sees('按 05 11 17 22 29 33 08 来摇')
  await other.touch(other.button('录入，对上就摇'))
  await other.sees('两边对上了，摇好了')
  await other.button(new RegExp(`^${CLASS}，摇好了`)).waitFor()
  expect(await ballots.proof(ballotId)).toMatchObject({ state: 'drawn', number: '05111722293308' })
})

it('is drawn again by a visitor who was sent the address, and found honest', async () => {
  const { page, errors } = await stage.open(HAND_HELD)
  const visitor = new Visitor(page)
  const path = '/#/pages/ballot/verify/verify?poolId=nongye.sumiao-term'
  await page.goto(`${stage.host.url}${path}`)
  await visitor.sees('这次摇号没有人动手脚')
  await visitor.sees('36 份重摇一遍，次序一模一样')
  await page.getByRole('textbox', { name: '编号' }).fill('7')
  await visitor.sees('36 份里排在')
  await screenshot(page, 'h5/ballot-verify')
  await page.getByRole('textbox', { name: '编号' }).fill('400')
  await visitor.sees('名单里没有编号 400。')
  expect(errors).toEqual([])
})

it('is not for residents to hold', async () => {
  const { page } = await stage.open({ ...DESKTOP, persona: 'resident' })
  await page.goto(`${stage.host.url}/#/pages/ballot/desk/desk`)
  await new Visitor(page, 'standard', 'mouse').sees('这里给工作人员用')
})
