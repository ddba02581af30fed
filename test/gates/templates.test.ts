/** An attribute without a binding in the templates has no effect in WeChat, without a word. */
import { readFileSync } from 'node:fs'
import { components } from '../../config/templates/attributes'
import { setOnComponents, type SetAttribute } from '../support/gates/set-on-components'
import { WEAPP } from '../support/weapp/bundle'
import { filesUnder } from '../support/weapp/packages'

/** Bound to everything, or told to the template in another way. */
const ALWAYS = /^(key|ref|id|className|style|onClick|catchMove)$/

/** As the templates spell it: bindTouchStart for onTouchStart, hover-class for hoverClass. */
const inTemplates = (attribute: string) =>
  /^on[A-Z]/.test(attribute)
    ? attribute.replace(/^on/, 'bind')
    : attribute.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const unbound = (all: SetAttribute[]) =>
  all.filter(
    ({ component, attribute }) =>
      !ALWAYS.test(attribute) && !(inTemplates(attribute) in (components[component] ?? {})),
  )

describe('the templates of the mini-program', () => {
  const all = filesUnder('src')
    .filter((path) => path.endsWith('.tsx'))
    .flatMap((path) => setOnComponents(`src/${path}`))

  it('bind all that the screens set', () => {
    expect(all.length).toBeGreaterThan(500)
    expect(unbound(all)).toEqual([])
  })

  it('would be caught without a binding or without a component', () => {
    const planted = `
      import { Button as Native, Switch, View } from '@tarojs/components'
      const a = <View hoverClass="on" hoverStartTime={2} {...aria({ label: 'a', level: 2 })} />
      const b = <Native onClick={f} onGetUserInfo={f} />
      const c = <Switch checked />`
    expect(
      unbound(setOnComponents('planted.tsx', planted)).map(
        ({ component, attribute }) => `${component} ${attribute}`,
      ),
    ).toEqual(['View hoverStartTime', 'View aria-level', 'Button onGetUserInfo', 'Switch checked'])
  })

  it('are there for every component, a view as deep as Taro counts', () => {
    const wxml = readFileSync(`${WEAPP}/base.wxml`, 'utf8')
    const tags = (name: string) => wxml.match(new RegExp(`<${name} `, 'g')) ?? []
    for (const name of ['text', 'image', 'button', 'input', 'textarea', 'scroll-view', 'map']) {
      expect(tags(name).length).toBeGreaterThan(0)
    }
    // A view with and without properties, with and without taps, eleven times, and one for a veil.
    expect(tags('view')).toHaveLength(4 * 11 + 1)
  })
})
