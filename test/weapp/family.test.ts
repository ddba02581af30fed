/**
 * A parent with two children on the real bundle against the real local host: adds them with the
 * guardian's consent, books both in one go, is told why the youngest cannot come, and gives one of
 * the two seats back.
 */
import type { Output } from '@/contract'
import { addChild, bornFor, type ChildrensClass, childrensClasses, tell } from '../support/families'
import { ask, bookables, heldBy } from '../support/programme'
import { Visitor } from '../support/visitor'
import { Looks, MODES, writeLooks } from '../support/weapp/looks'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(180_000)

const ACTIVITY = 'pages/activity/activity/activity'
const stage = useStage()
const all: Looks[] = []
let course: ChildrensClass
beforeAll(async () => {
  course = (await childrensClasses(stage.host.url))[0]!
})
afterAll(() => writeLooks('weapp-family', 'What the screens of families cost', all))

const entryOf = ({ activity, pool }: ChildrensClass) =>
  `${ACTIVITY}?activityId=${activity.activityId}&poolId=${pool.poolId}`

describe.each(MODES)('a parent with two children ($name)', (mode) => {
  const { name, scale, theme, device } = mode
  const looks = new Looks(mode)
  all.push(looks)
  const large = scale === 'large'

  it('adds them, books both in one go, and gives one seat back', async () => {
    const { url } = stage.host
    const persona = `家长-${name}`
    const { ages, firstDay, activity, pool } = course
    const weapp = await stage.open({ persona, theme, ...(device && { device }) })
    const visitor = new Visitor(weapp.page, scale)
    const { page } = visitor

    await visitor.isHome()
    await visitor.opensOwn('家里人')
    await visitor.sees('还没有家里人')
    await looks.look(weapp, 'family-empty')
    await visitor.touch(visitor.button('＋ 添家人'))
    await visitor.sees('添谁？')
    await looks.look(weapp, 'family-path')
    await addsByHand(visitor, '小满', bornFor(ages.min + 1, firstDay), (screen) =>
      looks.look(weapp, screen),
    )
    await visitor.sees('小满添好了')
    await addChild(url, persona, '小川', bornFor(ages.max, firstDay))
    await addChild(url, persona, '小禾', bornFor(ages.min - 2, firstDay))
    const elder = { kind: 'elder', name: '姥姥' }
    await tell(url, persona, 'family.save', elder)
    await weapp.restart()
    await visitor.isHome()
    await visitor.opensOwn('家里人')
    await visitor.sees('小禾')
    await looks.look(weapp, 'family')
    await visitor.touch(visitor.button(/^小满/))
    await visitor.sees('不再替小满报名')
    await looks.look(weapp, 'family-member')

    await weapp.restartAt(entryOf(course))
    await visitor.sees('给谁报名')
    if (large) await visitor.touch(visitor.button('选给谁报'))
    const chip = (who: RegExp) => page.getByRole('checkbox', { name: who })
    await chip(/^小满/).waitFor()
    if (!large) await visitor.sees(new RegExp(`^小禾：要 ${ages.min}–${ages.max} 岁`))
    expect(await chip(/^小禾/).getAttribute('aria-disabled')).toBe('true')
    await visitor.touch(chip(/^小满/))
    await visitor.touch(chip(/^小川/))
    await visitor.sees('两个孩子一起报：要么都报上，要么都不占座。')
    if (!large) await scrollsTo(visitor, '介绍')
    await looks.look(weapp, 'family-choice')
    if (large) await visitor.touch(visitor.button('选好了'))
    await visitor.sees(/^2 席$/)
    await looks.look(weapp, 'family-activity')
    const code = await visitor.books()
    await looks.look(weapp, 'family-confirmed')
    const [held, ...others] = await heldBy(url, persona)
    expect(others).toEqual([])
    expect(held).toMatchObject({ poolId: pool.poolId, checkInCode: code })
    expect(held!.attendees!.map((one) => one.name).sort()).toEqual(['小川', '小满'])

    await weapp.restartAt('pages/home/home')
    await visitor.isHome()
    await looks.look(weapp, 'family-home')
    await visitor.goTo('我的')
    await visitor.sees(/^小[满川] \+ 小[满川]$/)
    await looks.look(weapp, 'family-me')
    await visitor.touch(visitor.button(`退掉${activity.title}`))
    await visitor.touch(page.getByRole('checkbox', { name: /^小川/ }))
    await looks.look(weapp, 'family-give-back')
    await visitor.touch(visitor.button('退掉 1 席'))
    await visitor.sees('退好了 1 席，其余的还在')
    await looks.look(weapp, 'family-ticket')
    const [left] = await heldBy(url, persona)
    const seats = left!.attendees!.map((one) => [one.name, one.status]).sort()
    expect(seats).toEqual([
      ['小川', 'cancelled'],
      ['小满', 'booked'],
    ])
    await tell(url, persona, 'seats.cancel', { bookingId: left!.bookingId })
    expect(weapp.errors).toEqual([])
  })

  it('sees screens that are legible and easy to hit', () => {
    expect(Object.keys(looks.wrong).length).toBeGreaterThanOrEqual(12)
    expect(looks.faults()).toEqual({})
  })

  it('is given screens within the limits of WeChat’s audits', () => {
    expect(looks.overLimits()).toEqual([])
  })
})

async function scrollsTo(visitor: Visitor, heading: string): Promise<void> {
  const target = visitor.page.getByRole('heading', { name: heading, exact: true })
  await target.evaluate((element) => element.scrollIntoView({ block: 'center' }))
}

/** The questions that add a child, answered by taps. */
async function addsByHand(
  visitor: Visitor,
  name: string,
  birthDate: string,
  look: (screen: string) => Promise<void>,
): Promise<void> {
  const [year, month, day] = birthDate.split('-').map(Number)
  await visitor.touch(visitor.button(/^孩子，/))
  await visitor.page.getByRole('textbox', { name: '名字' }).fill(name)
  await look('family-name')
  await visitor.touch(visitor.button('下一步'))
  await visitor.sees(`${name}的生日`)
  await look('family-year')
  await visitor.touch(visitor.button(`${year} 年`))
  await visitor.touch(visitor.button(`${month} 月`))
  await visitor.sees(`${year} 年 ${month} 月`)
  await look('family-day')
  await visitor.touch(visitor.button(`${day} 日`))
  await visitor.sees(`${year}年${month}月${day}日`)
  await visitor.touch(visitor.button('下一步'))
  await visitor.sees('家长同意')
  await look('family-consent')
  await visitor.touch(visitor.button('读儿童个人信息保护规则'))
  await visitor.sees('怎么看、怎么改、怎么收回同意')
  await look('family-rules')
  await visitor.touch(visitor.button('返回'))
  await visitor.touch(
    visitor.page.getByRole('checkbox', { name: new RegExp(`我是${name}的监护人`) }),
  )
  await visitor.touch(visitor.button('记下'))
}

const large = MODES.find(({ scale }) => scale === 'large')!
const largeLooks = new Looks(large)
all.push(largeLooks)

describe('an elder who is booked for by her daughter', () => {
  it('reads out a code, sees the booking made for her, and gives it back', async () => {
    const { url } = stage.host
    const hers = await stage.open({
      persona: '姥姥',
      entry: 'pages/family/code/code',
      theme: large.theme,
      ...(large.device && { device: large.device }),
    })
    const elder = new Visitor(hers.page, 'large')
    await elder.touch(elder.button('显示我的口令'))
    await elder.sees('把这六位念给对方，还有 10 分钟')
    await largeLooks.look(hers, 'family-code')
    const spoken = await hers.page
      .getByRole('img', { name: /^我的口令/ })
      .getAttribute('aria-label')
    const code = spoken!.replace('我的口令', '').replace(/\s/g, '')

    const daughter = await stage.open({ persona: '女儿', entry: 'pages/family/member/member' })
    const visitor = new Visitor(daughter.page)
    await visitor.touch(visitor.button(/^老人自己也用常来/))
    await visitor.page.getByRole('textbox', { name: '对方念的口令' }).fill(code.toLowerCase())
    await visitor.touch(visitor.button('下一步'))
    await visitor.page.getByRole('textbox', { name: '称呼' }).fill('妈妈')
    await visitor.touch(visitor.button('记下'))
    await visitor.sees('妈妈添好了')
    const { members } = await ask<Output<'family.list'>>(url, '女儿', 'family.list', {})
    expect(members).toMatchObject([{ name: '妈妈', linked: true }])

    const [lecture] = await bookables(url)
    const entry = `${ACTIVITY}?activityId=${lecture!.activityId}&poolId=${lecture!.poolId}`
    await daughter.restartAt(entry)
    await visitor.touch(visitor.page.getByRole('checkbox', { name: /^妈妈/ }))
    await visitor.touch(visitor.page.getByRole('checkbox', { name: /^我自己/ }))
    await visitor.books()
    await visitor.sees('妈妈')

    await hers.restartAt('pages/me/me')
    await elder.sees('家里人替您报的')
    await elder.touch(elder.button(`退掉${lecture!.title}`))
    const question = hers.page.getByRole('dialog', { name: '退掉这一席？' })
    await elder.touch(question.getByRole('button', { name: '退掉', exact: true }))
    await elder.sees('还没有要去的')
    expect(await heldBy(url, '女儿')).toEqual([])
    expect(await heldBy(url, '姥姥')).toEqual([])

    await elder.opensOwn('家里人')
    await elder.touch(elder.button(/^不让.*替我报名$/))
    await elder.touch(
      hers.page.getByRole('dialog').getByRole('button', { name: '不让了', exact: true }),
    )
    await elder.sees('好了，以后不能替您报名了')
    const after = await ask<Output<'family.list'>>(url, '女儿', 'family.list', {})
    expect(after.members).toEqual([])
    expect(largeLooks.faults()).toEqual({})
    expect([...hers.errors, ...daughter.errors]).toEqual([])
  })
})
