import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { keptInWorker } from '../../kept-in-worker'

/** What runs in the page of a phone around the bundle. */
export function platformScript(): string {
  return keptInWorker('platform', () => {
    const { outputFiles } = buildSync({
      entryPoints: [join(__dirname, 'main.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      platform: 'browser',
      define: { global: 'window' },
      logLevel: 'warning',
    })
    return outputFiles[0]!.text
  })
}
