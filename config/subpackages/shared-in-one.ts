import type { Compiler } from 'webpack'

/** What Taro lays beside the pages of a subpackage: each shared module in a file of its own. */
const PIECE = /^(pages\/[^/]+)\/(?:sub-common\/[^/]+|sub-vendors)\.(js|wxss)$/
const ASKS_FOR = {
  js: /require\("((?:\.\.\/)+)((?:sub-common\/[^"]+|sub-vendors)\.js)"\);/g,
  wxss: /@import "((?:\.\.\/)+)((?:sub-common\/[^"]+|sub-vendors)\.wxss)";/g,
} as const
const ASK = {
  js: (up: string) => `require("${up}shared.js");`,
  wxss: (up: string) => `@import "${up}shared.wxss";`,
} as const
/** A file of modules: nothing but handing them over under the numbers of their chunks (7000 as 7e3). */
const MODULES =
  /^("use strict";)?\(wx\.webpackJsonp=wx\.webpackJsonp\|\|\[\]\)\.push\(\[\[([\de,]+)\],\{([^]*)\}\]\);?\s*$/

type Kind = keyof typeof ASKS_FOR

/**
 * webpack plugin for the mini-program: what the pages of a subpackage share stands in one `shared.js`
 * and one `shared.wxss` beside them. Taro's many small files cost more than what is in most of them:
 * every page names each, and each repeats how modules are handed over.
 */
export class SharedInOne {
  apply(compiler: Compiler) {
    const { sources, Compilation: stages } = compiler.webpack
    const name = 'SharedInOne'
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      // Taro divides them one stage before.
      const stage = stages.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name, stage }, (assets) => {
        const files = Object.keys(assets)
        const roots = new Set(files.flatMap((file) => PIECE.exec(file)?.[1] ?? []))
        for (const root of roots) {
          for (const kind of ['js', 'wxss'] as const) join(root, kind)
        }

        function join(root: string, kind: Kind): void {
          const orders: string[][] = []
          const pages = files.filter(
            (file) => file.startsWith(`${root}/`) && file.endsWith(`.${kind}`) && !PIECE.test(file),
          )
          for (const page of pages) {
            const order: string[] = []
            const text = String(assets[page]!.source())
            const asked = text.replace(ASKS_FOR[kind], (_, up: string, file: string) => {
              order.push(`${root}/${file}`)
              return order.length === 1 ? ASK[kind](up) : ''
            })
            if (order.length === 0) continue
            orders.push(order)
            compilation.updateAsset(page, new sources.RawSource(asked))
          }
          const pieces = inOrder(orders)
          if (pieces.length === 0) return
          const texts = pieces.map((piece) => String(assets[piece]!.source()))
          const joined = kind === 'js' ? joinModules(texts) : texts.join('')
          compilation.emitAsset(`${root}/shared.${kind}`, new sources.RawSource(joined))
          for (const piece of pieces) compilation.deleteAsset(piece)
        }
      })
    })
  }
}

/** Several files of modules as one, those that are not strict apart. */
export function joinModules(texts: readonly string[]): string {
  const sorts: Sort[] = ['"use strict";', ''].map((mode) => ({ mode, chunks: [], modules: [] }))
  for (const text of texts) {
    const [, mode = '', chunks, modules] = MODULES.exec(text) ?? []
    if (chunks === undefined) throw new Error(`Not a file of modules: ${text.slice(0, 80)}`)
    const sort = sorts.find((one) => one.mode === mode)!
    sort.chunks.push(chunks)
    if (modules) sort.modules.push(modules)
  }
  return sorts
    .filter(({ chunks }) => chunks.length > 0)
    .map(({ mode, chunks, modules }) => {
      const push = `(wx.webpackJsonp=wx.webpackJsonp||[]).push([[${chunks.join()}],{${modules.join()}}]);`
      return mode ? `!function(){${mode}${push}}();` : push
    })
    .join('')
}

interface Sort {
  mode: string
  chunks: string[]
  modules: string[]
}

/** Everything that stands in these lists once, before nothing that any of them puts before it. */
export function inOrder(orders: readonly (readonly string[])[]): string[] {
  const left = new Set(orders.flat())
  const found: string[] = []
  while (left.size > 0) {
    const next = [...left].find((one) =>
      orders.every((order) => {
        const before = order.slice(0, Math.max(0, order.indexOf(one)))
        return !before.some((other) => left.has(other))
      }),
    )
    if (next === undefined) throw new Error(`No order suits all pages: ${[...left].join()}`)
    found.push(next)
    left.delete(next)
  }
  return found
}
