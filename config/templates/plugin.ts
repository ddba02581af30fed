import path from 'node:path'
import { components, nesting } from './attributes'

interface Used {
  includes: Set<string>
}

interface Platform {
  runtimePath: string | string[]
  template?: {
    internalComponents: Record<string, unknown>
    nestElements: Map<string, number>
    buildTemplate: (used: Used) => string
  }
}

interface Alias {
  delete(name: string): Alias
  set(name: string, target: string): Alias
}

interface Chain {
  resolve: { alias: Alias }
}

interface PluginContext {
  registerMethod(method: { name: string; fn(platform: Platform): void }): void
  modifyWebpackChain(modify: (args: { chain: Chain }) => void): void
}

/** What Taro counts as used in every program, and turns into a component of the table or leaves out. */
const ALWAYS_COUNTED = /^(catch|static|pure|click)-|^(view|text|image|scroll-view)$/

const dashed = (name: string) => name.replace(/\B[A-Z]/g, '-$&').toLowerCase()

/** Without a template a component would be nothing on the phone, without a word. */
function refuseUnknown({ includes }: Used) {
  const known = new Set(Object.keys(components).map(dashed))
  for (const name of includes) {
    if (known.has(name) || ALWAYS_COUNTED.test(name)) continue
    throw new Error(`<${name}> has no template: name it in config/templates/attributes.ts.`)
  }
}

/** The same markup without the space between tags. */
const withoutSpace = (wxml: string) => wxml.replace(/\s+(?=[<>])|(?<=>)\s+/g, '')

/**
 * Taro plugin: makes the mini-program's templates, and the runtime that feeds them, by our table of
 * components in place of Taro's. Both shorten attribute names by it, so it must be the same one.
 */
export default function fitTemplates(context: PluginContext) {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      const { template } = platform
      if (!template) return
      for (const name of Object.keys(template.internalComponents)) {
        delete template.internalComponents[name]
      }
      Object.assign(template.internalComponents, components)
      for (const [name, depth] of Object.entries(nesting)) template.nestElements.set(name, depth)
      const { buildTemplate } = template
      template.buildTemplate = (used) => {
        refuseUnknown(used)
        return withoutSpace(buildTemplate(used))
      }
      platform.runtimePath = path.resolve(__dirname, 'runtime.ts')
      context.modifyWebpackChain(({ chain }) => {
        // Taro's alias takes the place of what lies below the package, too.
        chain.resolve.alias
          .delete('@tarojs/shared')
          .set('@tarojs/shared$', path.resolve(__dirname, 'shared.ts'))
      })
    },
  })
}
