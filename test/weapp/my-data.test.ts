/** 我的资料 on the real bundle: what is kept, a copy of it, its end; and the agreement at first need. */
import { addChild, tell } from '../support/families'
import { screenshot } from '../support/browser'
import { asksFor, SECRETS, sends } from '../support/casework'
import { pictureOfAPhone } from '../support/files/pictures'
import { Visitor } from '../support/visitor'
import { Looks, MODES } from '../support/weapp/looks'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(150_000)

const stage = useStage()

describe.each(MODES)('my data ($name)', (mode) => {
  const { name, scale, theme, device } = mode
  const looks = new Looks(mode)
  const persona = `资料-${name}`

  it('says what is kept and for how long, and gives a copy', async () => {
    const { url } = stage.host
    await tell(url, persona, 'me.update', { nickname: '示例老周' })
    await addChild(url, persona, '小满', '2018-03-05')
    const fileIds = [await sends(url, persona, '借条.jpg', await pictureOfAPhone('jpeg'))]
    await asksFor(url, persona, { fileIds })
    const entry = 'pages/me-more/settings/settings'
    const weapp = await stage.open({ persona, theme, entry, ...(device && { device }) })
    const visitor = new Visitor(weapp.page, scale)
    await visitor.touch(visitor.button('我的资料'))
    if (scale === 'large') {
      await visitor.button('看看存了什么').waitFor()
      await looks.look(weapp, 'my-data')
      await visitor.touch(visitor.button('看看存了什么'))
    }
    await visitor.sees(/^家里人，1 条$/)
    await visitor.sees(/留多久：到您注销为止；三年没来过，我们替您注销/)
    await looks.look(weapp, 'my-data-see')

    if (scale === 'large') await weapp.restartAt('pages/me-more/data/data?part=export')
    await visitor.touch(visitor.button('导出我的资料'))
    await visitor.sees('发出去了，在聊天里打开')
    const shared = (await weapp.asked()).filter((one) => one.name === 'shareFileMessage')
    const { fileName, copy } = shared[0]!.options as { fileName: string; copy: string }
    expect(fileName).toMatch(/^常来-我的资料-\d{4}-\d\d-\d\d\.html$/)
    // The file as a browser opens it: what was written, and the picture that was added to it.
    const opened = await weapp.page.context().newPage()
    await opened.setContent(Buffer.from(copy, 'base64').toString())
    await opened.getByText(SECRETS[0]).waitFor()
    const picture = opened.getByRole('img', { name: '附件：借条.jpg' })
    expect(await picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0)
    await screenshot(opened, `weapp/my-data-file-${name}`)
    await opened.close()

    if (scale === 'large') await weapp.restartAt('pages/me-more/data/data?part=erase')
    await visitor.touch(visitor.button('注销'))
    await visitor.sees('真的注销吗？')
    await looks.look(weapp, 'my-data-erase')
    await visitor.touch(visitor.button('先不注销'))
    await visitor.button('先不注销').waitFor({ state: 'detached' })
    await visitor.touch(visitor.button('注销'))
    await visitor.sees('真的注销吗？')
    await visitor.touch(visitor.button('注销').last())
    await visitor.sees('您的资料都删掉了。')
    await looks.look(weapp, 'my-data-erased')
    // Whoever comes again begins anew.
    await weapp.restartAt('pages/me-more/data/data?part=see')
    await visitor.sees(/^我是谁，1 条$/)
    expect(await weapp.page.getByText('示例老周').count()).toBe(0)
    expect(await weapp.page.getByText(/^家里人/).count()).toBe(0)
    expect(weapp.errors).toEqual([])
  })

  it('asks to agree where something private is needed first, and goes on without', async () => {
    const entry = 'pages/stations/stations'
    const phone = { ...device, privacy: 'unasked' as const }
    const weapp = await stage.open({ persona: `驿站-${name}`, theme, entry, device: phone })
    const visitor = new Visitor(weapp.page, scale)
    const events = async () =>
      (await weapp.asked())
        .filter((one) => one.name === 'privacy')
        .map(({ options }) => (options as { event: string }).event)
    const wish = async () => {
      await visitor.touch(visitor.button(/^离.+算远近/))
      await visitor.touch(visitor.button('用我的位置'))
      await visitor.sees('要一次大概的位置')
    }
    await wish()
    await visitor.sees(/^不同意也行/)
    await looks.look(weapp, 'privacy')
    await visitor.touch(visitor.button('看隐私保护指引'))
    await visitor.touch(visitor.button('不同意'))
    await visitor.sees(/^没有用您的位置/)
    expect(await events()).toEqual(['exposureAuthorization', 'disagree'])
    const asked = (await weapp.asked()).map((one) => one.name)
    expect(asked).toContain('openPrivacyContract')
    expect(asked).not.toContain('getFuzzyLocation')

    await visitor.touch(visitor.button('用我的位置'))
    await visitor.touch(visitor.button('同意'))
    await visitor.sees(/离我的位置$/)
    expect((await weapp.asked()).map((one) => one.name)).toContain('getFuzzyLocation')
    expect(weapp.errors).toEqual([])
  })

  it('is shown on screens that are legible and easy to hit', () => {
    expect(Object.keys(looks.wrong)).toHaveLength(scale === 'large' ? 5 : 4)
    expect(looks.faults()).toEqual({})
    expect(looks.overLimits()).toEqual([])
  })
})

it('breaks nothing on an older base library, which asks nobody', async () => {
  const entry = 'pages/stations/stations'
  const weapp = await stage.open({ persona: '旧手机', entry, device: { privacy: 'older' } })
  const visitor = new Visitor(weapp.page)
  await visitor.touch(visitor.button(/^离.+算远近/))
  await visitor.touch(visitor.button('用我的位置'))
  await visitor.sees(/离我的位置$/)
  expect(weapp.errors).toEqual([])
})
