/**
 * The logic layer of a mini-program runs without a browser around it. The bundle's files run here
 * with the names below hidden, so that code which would break on a phone breaks in the test.
 * `Intl` is hidden too: some phones lack it.
 */
const HIDDEN = [
  ...['window', 'document', 'self', 'top', 'parent', 'frames', 'navigator', 'location', 'history'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'fetch', 'XMLHttpRequest'],
  ...['WebSocket', 'EventSource', 'Worker', 'URL', 'URLSearchParams', 'Blob', 'File', 'FileReader'],
  ...['FormData', 'Headers', 'Request', 'Response', 'AbortController', 'AbortSignal'],
  ...['TextEncoder', 'TextDecoder', 'structuredClone', 'crypto', 'performance', 'queueMicrotask'],
  ...['process', 'Buffer', 'global', 'setImmediate', 'clearImmediate', 'Intl', 'BroadcastChannel'],
  ...['Event', 'CustomEvent', 'EventTarget', 'MessageChannel', 'Image', 'HTMLElement', 'Element'],
  ...['Node', 'MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'DOMParser'],
  ...['requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'getComputedStyle'],
  ...['matchMedia', 'alert', 'confirm', 'prompt', 'open', 'btoa', 'atob', 'escape', 'unescape'],
] as const

type Module = { exports: unknown }

/** A name → value table of what the platform gives to the logic layer (`wx`, `Page`, …). */
export type LogicGlobals = Record<string, unknown>

/**
 * Makes the `require` of the logic layer over `read` (the text of a file of the bundle by its path
 * without a leading slash, or undefined).
 */
export function logicRequire(
  read: (path: string) => string | undefined,
  given: LogicGlobals,
): (path: string) => unknown {
  const modules = new Map<string, Module>()
  const facade = globalFacade(given)
  const names = [...Object.keys(given), 'globalThis', 'Function', ...HIDDEN]
  const values = [...Object.values(given), facade, noDynamicCode]

  const require = (path: string): unknown => {
    const file = path.endsWith('.js') ? path : `${path}.js`
    const known = modules.get(file)
    if (known) return known.exports
    const code = read(file)
    if (code === undefined) throw new Error(`module '${file}' is not defined`)
    const module: Module = { exports: {} }
    modules.set(file, module)
    // An inner function lets a file declare a hidden name for itself, as it may on a phone.
    const body = `return (function () {${code}\n}).call(undefined)\n//# sourceURL=weapp/${file}`
    // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- the loader
    const run = new Function('require', 'module', 'exports', ...names, body)
    run((to: string) => require(resolve(file, to)), module, module.exports, ...values)
    return module.exports
  }
  return require
}

/** `globalThis` as the logic layer sees it: the language and the platform, nothing of a browser. */
function globalFacade(given: LogicGlobals): object {
  const hidden = new Set<PropertyKey>(HIDDEN)
  return new Proxy(Object.create(null) as Record<PropertyKey, unknown>, {
    has: (own, name) => name in own || name in given || (!hidden.has(name) && name in globalThis),
    get: (own, name) => {
      if (name in own) return own[name]
      if (typeof name === 'string' && name in given) return given[name]
      return hidden.has(name) ? undefined : (globalThis as Record<PropertyKey, unknown>)[name]
    },
  })
}

const refuse = (): never => {
  throw new EvalError('Code generation from strings disallowed for this context')
}
const noDynamicCode = new Proxy(Function, { apply: refuse, construct: refuse })

/** The path that `to` (relative, or absolute from the bundle's root) names, seen from a file. */
export function resolve(from: string, to: string): string {
  const parts = to.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of to.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
