import { create, register } from 'j-component'
import type { ComponentDefinition, Logic } from '../platform/mini-program'
import { resolve } from '../platform/logic-scope'
import type { PageComponent, Renderer } from '../platform/page-component'

/** What wcc makes: the render function of a .wxml file by its path. */
export type CompiledWxml = (path: string) => unknown

interface ComponentJson {
  usingComponents?: Record<string, string>
}

/** Renders pages from wcc's output; a page's code runs when the page is first opened. */
export function wxmlRenderer(
  wxml: CompiledWxml,
  readJson: (path: string) => ComponentJson | undefined,
  logic: Logic,
): Renderer {
  const ids = new Map<string, string>()
  let next = 0

  const load = (path: string, tagName: string): string => {
    const known = ids.get(path)
    if (known) return known
    // exparser takes letters alone in a component's name.
    const id = `component${[...String(next++)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`
    ids.set(path, id)
    const using = Object.entries(readJson(`${path}.json`)?.usingComponents ?? {})
    const usingComponents = Object.fromEntries(
      using.map(([name, to]) => [name, load(resolve(path, to), name)]),
    )
    logic.onComponent((definition: ComponentDefinition) => {
      register({
        ...definition,
        ...{ id, path: `/${path}`, tagName, usingComponents },
        template: wxml(`${path}.wxml`),
      } as never)
    })
    logic.require(`${path}.js`)
    return id
  }
  return { create: (route) => countingTaps(create(load(route, 'wx-page')) as unknown as Tapped) }
}

interface Tapped extends PageComponent {
  _triggerExparserEvent(cause: Event, name: string, detail?: object): void
}

/**
 * Counts the taps that reach a page on `window.tapsFelt`. A finger that stays too long, or comes down
 * on a page that moves, taps nothing, though the browser speaks of a click.
 */
function countingTaps(page: Tapped): PageComponent {
  window.tapsFelt ??= 0
  const trigger = page._triggerExparserEvent.bind(page)
  page._triggerExparserEvent = (cause, name, detail) => {
    if (name === 'tap') window.tapsFelt!++
    trigger(cause, name, detail)
  }
  return page
}
