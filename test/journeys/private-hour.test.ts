/** Both sides of a private hour, the resident's in a browser: papers, a question, another time, the end. */
import { join } from 'node:path'
import type { Output } from '@/contract'
import { command, consultation, consultationsOf, publishHours } from '../support/consultations'
import { DESKTOP, HAND_HELD, useH5 } from '../support/h5'
import { ask } from '../support/programme'
import { Visitor } from '../support/visitor'

jest.setTimeout(120_000)

const STORY = '房东不退押金，合同在附件里'
const PICTURE = join(__dirname, '../../docs/screenshots/home.png')
const FORM = '/#/pages/consultation/form/form'
const stage = useH5()
beforeAll(() => publishHours(stage.host.url, 'legal'), 60_000)

/** As the lawyer to whom the only consultation of a persona was given. */
async function lawyerOf(persona: string) {
  const { url } = stage.host
  const [{ consultationId } = { consultationId: '' }] = await consultationsOf(url, persona)
  return {
    consultationId,
    says: (operation: string, input: object = {}) =>
      command(url, 'lawyer', `casework.${operation}`, { consultationId, ...input }),
    opens: () => ask<Output<'casework.open'>>(url, 'lawyer', 'casework.open', { consultationId }),
  }
}

it('walks from a paper in the form to the answer whether it helped', async () => {
  const persona = '押金'
  const { page, errors, context } = await stage.open({ ...HAND_HELD, persona })
  const visitor = new Visitor(page)
  await page.goto(`${stage.host.url}${FORM}`)
  await visitor.chooses('房产物业')
  await page.getByRole('textbox', { name: '简单说说' }).fill(STORY)
  const chooser = page.waitForEvent('filechooser')
  await visitor.touch(visitor.button('加图片或 PDF'))
  await (await chooser).setFiles(PICTURE)
  await visitor.sees('home.png')
  const again = page.waitForEvent('filechooser')
  await visitor.touch(visitor.button('加图片或 PDF'))
  await (await again).setFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('x') })
  await visitor.sees(/没有加上：只收图片和 PDF/)
  await visitor.touch(visitor.button('下一步'))
  await page.getByRole('textbox', { name: '称呼' }).fill('示例女士')
  await visitor.touch(visitor.button('选时间'))
  await visitor.touch(page.getByRole('radio', { name: '后天 14:00' }))
  await visitor.touch(visitor.button('看一遍'))
  await visitor.sees('附件 1 个')
  await visitor.touch(page.getByRole('checkbox', { name: /^我看过保密的规矩/ }))
  await visitor.touch(visitor.button('送出'))
  await visitor.sees('收到了')
  expect(
    await page
      .getByText(/律师|法律/)
      .filter({ visible: true })
      .count(),
  ).toBe(0)

  const lawyer = await lawyerOf(persona)
  expect((await lawyer.opens()).content?.matter.text).toBe(STORY)
  await lawyer.says('ask', { question: '合同是哪年签的？' })
  await visitor.touch(visitor.button('看这个预约'))
  // What was asked for a moment ago is not asked for again at once.
  await visitor.sees('时间留好了')
  await page.reload()
  await visitor.sees(/^律师在等您回话/)
  await visitor.sees(/^律师 今天 \d\d:\d\d 打开看过/)
  expect(await page.getByText('合同是哪年签的？').count()).toBe(0)
  await visitor.touch(visitor.button('看一看，回话'))
  await visitor.sees('合同是哪年签的？')
  await page.getByRole('textbox', { name: '您的回话' }).fill('前年三月')
  await visitor.touch(page.getByRole('dialog').getByRole('button', { name: '送出' }))
  await visitor.sees(/^来往的话 2 条/)

  await visitor.touch(visitor.button(/^我写的/))
  const viewer = context.waitForEvent('page')
  await visitor.touch(visitor.button('打开home.png'))
  expect((await viewer).url()).toMatch(/^blob:/)
  await (await viewer).close()

  const { slots } = await ask<Output<'consultation.slots'>>(
    ...([stage.host.url, persona, 'consultation.slots'] as const),
    { centreId: 'nongye', service: 'legal' },
  )
  const free = slots.filter(({ startsAt }) => startsAt.includes('T15:30'))[3]!
  await lawyer.says('propose', { poolId: free.poolId, text: '这天更从容' })
  await page.reload()
  await visitor.touch(visitor.button('就这个时间'))
  await visitor.sees('换好了')
  const moved = await consultation(stage.host.url, persona, lawyer.consultationId)
  // A time that the lawyer proposed need not be confirmed once more.
  expect(moved).toMatchObject({ state: 'accepted', meeting: { startsAt: free.startsAt } })

  await lawyer.says('close', { outcome: 'advised', text: '带合同去住建局备案窗口' })
  await page.reload()
  await visitor.sees('问清楚了')
  await visitor.touch(visitor.button(/^来往的话/))
  await visitor.sees('带合同去住建局备案窗口')
  await visitor.chooses('帮了大忙')
  await visitor.touch(visitor.button('就这样说'))
  await visitor.sees('记下了，谢谢您')
  await page.reload()
  await visitor.sees('问清楚了')
  expect(await visitor.button('就这样说').count()).toBe(0)
  expect(errors).toEqual([])
})

it('goes on after the browser was closed; another person at the desk sees nothing of it', async () => {
  const { page, errors } = await stage.open({ ...DESKTOP, persona: '第一位' })
  const visitor = new Visitor(page, 'standard', 'mouse')
  await page.goto(`${stage.host.url}${FORM}`)
  await visitor.chooses('劳动')
  await page.getByRole('textbox', { name: '简单说说' }).fill('三个月没发工资')
  await page.waitForTimeout(500)
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }))
  expect(kept).not.toContain('工资')
  await page.reload()
  await visitor.sees(/^接着.*写的/)
  const words = page.getByRole('textbox', { name: '简单说说' })
  expect(await words.inputValue()).toBe('三个月没发工资')

  await page.goto(`${stage.host.url}/#/pages/me/me`)
  await visitor.touch(visitor.button('换个身份试试'))
  await visitor.touch(page.getByRole('dialog').getByRole('radio', { name: /^家长/ }))
  await page.goto(`${stage.host.url}${FORM}`)
  await visitor.sees('想问哪方面的事？')
  expect(await words.inputValue()).toBe('')
  expect(await page.getByText('工资').count()).toBe(0)
  expect(errors).toEqual([])
})

it('asks a visitor who they are before anything private is written', async () => {
  const { page, errors } = await stage.open(DESKTOP)
  const visitor = new Visitor(page, 'standard', 'mouse')
  await page.goto(`${stage.host.url}${FORM}`)
  await visitor.touch(visitor.button('选身份'))
  await visitor.touch(page.getByRole('dialog').getByRole('radio').first())
  await visitor.sees('想问哪方面的事？')
  expect(errors).toEqual([])
})

it('lets a centre answer what was said about it', async () => {
  const persona = '提意见'
  const { page, errors } = await stage.open({ ...HAND_HELD, persona })
  const visitor = new Visitor(page)
  await page.goto(`${stage.host.url}/#/pages/me-more/about/about`)
  await visitor.touch(visitor.button('投诉建议'))
  await visitor.chooses(/^投诉/)
  await page.getByRole('textbox', { name: '怎么回事' }).fill('阅览室七点就锁门')
  await visitor.touch(visitor.button('送出'))
  await visitor.sees('阅览室七点就锁门')
  await visitor.sees(/^最晚 .*前答复/)
  const [{ consultationId } = { consultationId: '' }] = await consultationsOf(
    stage.host.url,
    persona,
  )
  await command(stage.host.url, 'staff', 'casework.answerFeedback', {
    consultationId,
    text: '改到九点了，谢谢您',
  })
  await page.reload()
  await visitor.sees('改到九点了，谢谢您')
  expect(errors).toEqual([])
})
