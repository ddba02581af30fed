/**
 * Publishing by hand on the real bundle: a weekly lecture from a template in five taps, what is missing
 * said at the buttons, and the questions before it is put off or called off.
 */
import type { Output } from '@/contract'
import { ask } from '../support/programme'
import { Visitor } from '../support/visitor'
import { Looks, MODES, writeLooks } from '../support/weapp/looks'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(120_000)

const stage = useStage()
const all: Looks[] = []
afterAll(() => writeLooks('weapp-programme', 'What the screens of the programme cost', all))

describe.each(MODES)('a clerk with a phone ($name)', (mode) => {
  const { name, scale, theme, device } = mode
  const looks = new Looks(mode)
  all.push(looks)
  const title = `示例大讲堂-${name}`

  it('publishes a weekly class in five taps and a name, and can put it off or call it off', async () => {
    const entry = 'pages/programme/list/list'
    const open = { theme, ...(device && { device }) }
    const weapp = await stage.open({ ...open, persona: 'staff', entry })
    const { page } = weapp
    const visitor = new Visitor(page, scale)
    await visitor
      .button(/已发布$/)
      .first()
      .waitFor()
    await looks.look(weapp, 'programme-list')
    await visitor.touch(visitor.button('新开一个'))
    await visitor.button(/^社区大讲堂，每周一次/).waitFor()
    await looks.look(weapp, 'programme-new')
    await visitor.touch(visitor.button(/^社区大讲堂，每周一次/))
    const field = page.getByRole('textbox', { name: '名字' })
    await field.fill('')
    await visitor.touch(visitor.button('发布'))
    await visitor.sees('还差：写个名字')
    await looks.look(weapp, 'programme-missing')
    await field.fill(title)
    await page.getByText('还差：').waitFor({ state: 'detached' })
    await looks.look(weapp, 'programme-form')
    await visitor.touch(visitor.button('发布'))
    await visitor.sees('居民马上在课程和日历里看到。')
    await looks.look(weapp, 'programme-sure')
    await visitor.touch(page.getByRole('dialog').getByRole('button', { name: '发布' }))
    await visitor.button('取消这个活动').waitFor()
    await looks.look(weapp, 'programme-one')

    await visitor.touch(visitor.button('取消这个活动'))
    await visitor.sees(/课都不办了，取消以后不能恢复。/)
    await looks.look(weapp, 'programme-cancel')
    await visitor.chooses('天气不好')
    await visitor.touch(visitor.button('取消活动'))
    await visitor.sees('已取消')
    const { activities } = await ask<Output<'programme.list'>>(
      ...([
        stage.host.url,
        'staff',
        'programme.list',
        { centreId: 'nongye', text: title },
      ] as const),
    )
    expect(activities).toMatchObject([{ title, state: 'cancelled' }])
    expect(weapp.errors).toEqual([])
  })

  it('sees screens that are legible, easy to hit and within the limits of WeChat’s audits', () => {
    expect(Object.keys(looks.wrong)).toHaveLength(7)
    expect(looks.faults()).toEqual({})
    expect(looks.overLimits()).toEqual([])
  })
})
