import path from 'node:path'
import { components } from './attributes'

interface Platform {
  runtimePath: string | string[]
  template?: { mergeComponents(context: unknown, components: object): void }
}

interface PluginContext {
  registerMethod(method: { name: string; fn(platform: Platform): void }): void
}

/** Taro plugin: binds `aria-*` in the mini-program's templates and in the runtime that feeds them. */
export default function bindAria(context: PluginContext) {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      platform.template.mergeComponents(context, components)
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'runtime.ts')].flat()
    },
  })
}
