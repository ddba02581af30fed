// What `@tarojs/shared` is for the phone: the same, but for its table of components and what goes
// by it, which must not name Taro's: that module is kept or left out as a whole.
export { components as internalComponents } from './attributes'
export * from '@tarojs/shared/dist/constants.js'
export * from '@tarojs/shared/dist/event-channel.js'
export * from '@tarojs/shared/dist/event-emitter.js'
export * from '@tarojs/shared/dist/is.js'
export * from '@tarojs/shared/dist/native-apis.js'
export * from '@tarojs/shared/dist/runtime-hooks.js'
export * from '@tarojs/shared/dist/shortcuts.js'
export * from '@tarojs/shared/dist/utils.js'

/** Those whose value React holds. */
export const controlledComponent = new Set(['input', 'textarea'])
