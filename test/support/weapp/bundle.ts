import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { wxmlToJs } from 'miniprogram-compiler'
import { keptInWorker } from '../kept-in-worker'
import { filesUnder } from './packages'
import { wxssToCss } from './wxss'

/** A built mini-program, read from its folder. Paths are without a leading slash. */
export interface Bundle {
  folder: string
  modules: Record<string, string>
  json: Record<string, object>
  styles: Record<string, string>
  /** Other files by path: pictures and the like. */
  assets: Record<string, Buffer>
  /** Code that makes `window.wxml` out of the .wxml files, compiled by WeChat's own wcc. */
  wxml: string
}

export const WEAPP = 'dist/weapp'

/** Reads and compiles the mini-program in a folder; throws a sentence when it is not built. */
export function readBundle(folder = WEAPP): Bundle {
  if (!existsSync(join(folder, 'app.json'))) {
    throw new Error(`${folder} is not built; run npm run build:weapp`)
  }
  const wxml = keptInWorker(`wxml of ${folder}`, () => wxmlToJs(folder))
  const bundle: Bundle = {
    folder,
    ...{ modules: {}, json: {}, styles: {}, assets: {} },
    wxml: `window.__webview_engine_version__ = 0.02;window.wxml = (function () {${wxml}})()`,
  }
  for (const file of filesUnder(folder)) {
    const content = readFileSync(join(folder, file))
    if (file.endsWith('.js')) bundle.modules[file] = content.toString('utf8')
    else if (file.endsWith('.json'))
      bundle.json[file] = JSON.parse(content.toString('utf8')) as object
    else if (file.endsWith('.wxss')) {
      const style = join(folder, file)
      bundle.styles[file] = keptInWorker(style, () => wxssToCss(withImports(folder, file)))
    } else if (!/\.(wxml|wxs|map|txt)$/.test(file)) bundle.assets[file] = content
  }
  return bundle
}

/** A style sheet with what it imports in the place of the import. */
function withImports(folder: string, file: string): string {
  const css = readFileSync(join(folder, file), 'utf8')
  return css.replace(/@import\s+(?:url\()?["']([^"']+)["']\)?\s*;?/g, (_, to: string) =>
    withImports(folder, to.startsWith('/') ? to.slice(1) : posix.join(dirname(file), to)),
  )
}
