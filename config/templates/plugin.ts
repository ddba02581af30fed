import path from 'node:path'
import { added, prune } from './attributes'

interface Platform {
  runtimePath: string | string[]
  template?: {
    internalComponents: object
    mergeComponents(context: unknown, components: object): void
  }
}

interface PluginContext {
  registerMethod(method: { name: string; fn(platform: Platform): void }): void
}

/**
 * Taro plugin: binds `aria-*` in the mini-program's templates, leaves out what is never used, and
 * tells the runtime that feeds them.
 */
export default function fitTemplates(context: PluginContext) {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      platform.template.mergeComponents(context, added)
      prune(platform.template.internalComponents)
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'runtime.ts')].flat()
    },
  })
}
