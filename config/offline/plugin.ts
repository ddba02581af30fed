import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Compilation, Compiler } from 'webpack'

/** What the browser fetches again anyway, or never by itself. */
const LEFT_OUT = /(\.LICENSE\.txt|\.map)$/

/**
 * webpack plugin for H5: writes `service-worker.js` with the list of everything the build made, so
 * that a browser opens all screens without network, as the mini-program's package does.
 */
export class OfflineShell {
  apply(compiler: Compiler) {
    const { sources, Compilation: stages } = compiler.webpack
    const name = 'OfflineShell'
    compiler.hooks.thisCompilation.tap(name, (compilation: Compilation) => {
      const stage = stages.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name, stage }, (assets) => {
        const files = Object.keys(assets).filter((file) => !LEFT_OUT.test(file))
        const shell = [
          '/',
          ...files.filter((file) => file !== 'index.html').map((file) => `/${file}`),
        ]
        const worker = readFileSync(path.join(__dirname, 'service-worker.js'), 'utf8')
        const made = `const SHELL = ${JSON.stringify(shell)}\nconst BUILD = '${compilation.hash}'\n`
        compilation.emitAsset('service-worker.js', new sources.RawSource(made + worker))
      })
    })
  }
}
