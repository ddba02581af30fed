import { build } from 'esbuild'
import path from 'node:path'
import { BUILT, PROGRAMS } from './built-programs'

const ROOT = path.resolve(__dirname, '../..')

/**
 * Bundles the programs for a jest project (in its global setup): read from its source, each start
 * would cost half a second to a second more of the processor.
 */
export async function buildPrograms(project: string): Promise<void> {
  const folder = path.join(BUILT, project)
  await build({
    absWorkingDir: ROOT,
    entryPoints: {
      ...PROGRAMS,
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
  process.env['BUILT_PROGRAMS'] = folder
}
