import type { Visitor } from '../visitor'
import type { WeappInChromium } from './chromium/weapp-in-chromium'
import type { Looks } from './looks'

/**
 * Goes through all that WeChat may answer to a button that asks for messages, and looks at each: refused,
 * refused for good, switched off, accepted; and how it stands when the page is opened again.
 */
export async function asksForMessages(
  weapp: WeappInChromium,
  visitor: Visitor,
  looks: Looks,
  { button, promise, screen }: { button: string; promise: string; screen: string },
): Promise<void> {
  const ask = () => visitor.touch(visitor.button(button))
  const seen = async (state: string): Promise<void> => {
    await visitor.button(button).scrollIntoViewIfNeeded()
    await looks.look(weapp, `${screen}-${state}`)
  }
  await visitor.sees(promise)
  await weapp.says('reject')
  await ask()
  await visitor.sees('没有打开，不提醒您。想要的时候再点。')
  await ask()
  await visitor.sees('还是没打开。没看到微信问您，就去设置里打开。')
  await seen('refused')
  await weapp.says('switched off')
  await ask()
  await visitor.sees('微信里关了提醒。打开“订阅消息”，再回来点。')
  await visitor.button('去微信设置里打开').waitFor()
  await seen('off')
  await weapp.says('ban')
  await ask()
  await visitor.sees('这种提醒这会儿没有，到时间打开“我的”看。')
  // Back from WeChat's settings the same button asks.
  await weapp.says('accept')
  await ask()
  await visitor.sees('好，记下了')
  await visitor.sees(promise)
  await looks.look(weapp, `${screen}-accepted`)
}
