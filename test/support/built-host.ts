import { build } from 'esbuild'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../..')
/** As deep below the root as the host's own source: it looks for the pages from where it stands. */
const BUILT = '.artifacts/hosts/local'

/**
 * Bundles the local host for a jest project in which many are started: read from its source, each start
 * would cost a second more of the processor. Gives what node is to be started with.
 */
export async function buildLocalHost(project: string): Promise<string[]> {
  const folder = path.join(BUILT, project)
  await build({
    absWorkingDir: ROOT,
    entryPoints: {
      main: 'src/cloud/hosts/local/main.ts',
      // What cleanedPdf starts as a thread, beside the bundle that starts it.
      'pdf-worker': 'src/cloud/files/pdf-worker.ts',
    },
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    tsconfig: 'tsconfig.json',
    logLevel: 'error',
  })
  return [path.join(folder, 'main.cjs')]
}
