/** A pool that opens to everybody at one instant, on the real bundle: before it, at it, and in the queue. */
import { FIRST_TRY_WITHIN_MS } from '@/domain/seats/first-try'
import { SHOWN_FOR_MS } from '@/cloud/shared-answers/shared-answers'
import { openStore, type Store } from '@/cloud/store'
import { type Bookable, bookables, heldBy } from '../support/programme'
import { silentLog } from '../support/silent-log'
import { Visitor } from '../support/visitor'
import type { WeappInChromium } from '../support/weapp/chromium/weapp-in-chromium'
import { Looks, MODES } from '../support/weapp/looks'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(120_000)

const MINUTE = 60_000
const TWO_DAYS = 48 * 60 * MINUTE
/** Enough that a slow machine has the page on screen before. */
const SOON_MS = 15_000
/** A slow machine is late; a phone is not. */
const SLACK_MS = 5_000

const stage = useStage()
let store: Store
let pools: Bookable[]

beforeAll(async () => {
  store = await openStore({
    ...{ databaseUrl: stage.host.databaseUrl, log: silentLog, poolSize: 1 },
  })
  pools = await bookables(stage.host.url)
})
afterAll(() => store?.close())

/** Has a pool open so long from now, at a whole second; gives when. */
async function opensIn(poolId: string, ms: number): Promise<number> {
  const opensAt = Math.ceil((Date.now() + ms) / 1_000) * 1_000
  await store.pool.query('update changlai.pool set opens_at = $2 where pool_id = $1', [
    ...[poolId, new Date(opensAt)],
  ])
  // The host does not know of it, and may show for so long what it has read before.
  await new Promise((resolve) => setTimeout(resolve, SHOWN_FOR_MS))
  return opensAt
}

const pageOf = ({ activityId, poolId }: Bookable): string =>
  `pages/activity/activity/activity?activityId=${activityId}&poolId=${poolId}`
const operations = (calls: WeappInChromium['calls']) =>
  calls.map(({ request }) => request.operation)
const tries = (weapp: WeappInChromium) =>
  weapp.calls.filter(({ request }) => request.operation === 'seats.book')

describe.each(MODES)('a pool that is about to open ($name)', (mode) => {
  const { name, scale, theme, device } = mode
  const looks = new Looks(mode)
  const isLarge = scale === 'large'

  it('can be asked for beforehand, taken back, and is booked at its instant by itself', async () => {
    const bookable = pools[isLarge ? 1 : 0]!
    const { poolId } = bookable
    const persona = `等开放-${name}`
    await opensIn(poolId, 9 * MINUTE)
    const weapp = await stage.open({
      ...{ persona, theme, entry: pageOf(bookable), ...(device && { device }) },
      clockOffset: isLarge ? -TWO_DAYS : TWO_DAYS,
    })
    const visitor = new Visitor(weapp.page, scale)
    const ask = visitor.button('到点替我报名')
    await ask.waitFor()
    await visitor.sees(/^还有 \d 分钟$/)
    await looks.look(weapp, 'opening')
    await visitor.touch(ask)
    await visitor.sees('到点替您报')
    await weapp.page.getByText('可以先点好').scrollIntoViewIfNeeded()
    await looks.look(weapp, 'opening-asked')
    await visitor.touch(visitor.button('不用替我报了'))
    await ask.waitFor()
    expect(tries(weapp)).toEqual([])

    const opensAt = await opensIn(poolId, SOON_MS)
    await weapp.restart()
    await visitor.touch(ask)
    await visitor.sees('到点替您报')
    const asked = weapp.calls.length
    expect(Date.now()).toBeLessThan(opensAt)
    await visitor.sees(/^还有 \d+ 秒$/)
    weapp.page.setDefaultTimeout(SOON_MS + 20_000)
    await visitor.isConfirmed()

    const [sent] = tries(weapp)
    expect(tries(weapp)).toHaveLength(1)
    expect(sent!.at).toBeGreaterThanOrEqual(opensAt)
    expect(sent!.at).toBeLessThan(opensAt + FIRST_TRY_WITHIN_MS + SLACK_MS)
    // A machine so slow that it seems to have slept looks at the clock once more.
    const meanwhile = operations(weapp.calls.slice(asked, weapp.calls.indexOf(sent!)))
    expect(meanwhile.filter((operation) => operation !== 'activities.get')).toEqual([])
    expect(meanwhile.length).toBeLessThanOrEqual(1)
    expect(await heldBy(stage.host.url, persona)).toHaveLength(1)
    expect(weapp.errors).toEqual([])
  })

  it('says how it stands while too many wait, and books under the same requestId', async () => {
    const bookable = pools[isLarge ? 3 : 2]!
    const persona = `排队-${name}`
    const weapp = await stage.open({
      ...{ persona, theme, entry: pageOf(bookable), ...(device && { device }) },
    })
    const visitor = new Visitor(weapp.page, scale)
    const facts = { retryAfterMs: 8_000, waiting: 20_000 }
    weapp.refuseNext('seats.book', { code: 'TOO_MANY_REQUESTS', facts })
    await visitor.touch(visitor.button('报名'))
    if (isLarge) await visitor.touch(visitor.button('报上'))
    await visitor.sees('人多，正在排')
    await visitor.sees(/^这会儿 20000 位在等。/)
    await visitor.sees(/^\d+ 秒后再问$/)
    await looks.look(weapp, 'queueing')
    if (isLarge) {
      await visitor.touch(visitor.button('返回'))
      await visitor.isHome()
      weapp.page.setDefaultTimeout(40_000)
      await visitor.sees(`“${bookable.title}”报上了。`)
    } else {
      weapp.page.setDefaultTimeout(40_000)
      await visitor.isConfirmed()
    }
    const [first, second] = tries(weapp)
    expect(tries(weapp)).toHaveLength(2)
    expect(second!.request.requestId).toBe(first!.request.requestId)
    expect(second!.at! - first!.at!).toBeGreaterThanOrEqual(facts.retryAfterMs)
    expect(await heldBy(stage.host.url, persona)).toHaveLength(1)
    expect(weapp.errors).toEqual([])
  })

  it('is legible, easy to hit and within the limits of WeChat’s audits', () => {
    expect(Object.keys(looks.wrong)).toHaveLength(3)
    expect(looks.faults()).toEqual({})
    expect(looks.overLimits()).toEqual([])
  })
})
