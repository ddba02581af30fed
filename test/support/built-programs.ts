import { build } from 'esbuild'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../..')
/** As deep below the root as the host's own source: it looks for the pages from where it stands. */
const BUILT = '.artifacts/programs/built'

/** What tests start again and again, by the name of its bundle. */
const PROGRAMS = {
  'local-host': 'src/cloud/hosts/local/main.ts',
  'import-stations': 'src/cloud/hosts/import-stations.ts',
  'rotate-keys': 'src/cloud/hosts/rotate-keys.ts',
  'forget-consultations': 'test/support/forget-consultations.ts',
  'print-feed': 'test/support/print-feed.ts',
}
export type Program = keyof typeof PROGRAMS

/** What node is started with for a program that is read from its source, as the scripts of package.json do. */
export const fromSource = (program: Program): string[] => ['--import', 'tsx', PROGRAMS[program]]

/**
 * Bundles these programs for a jest project (in its global setup): read from its source, each start
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

/** What node is started with for a program's bundle (only in the jest projects that have them). */
export function builtProgram(program: Program): string[] {
  const folder = process.env['BUILT_PROGRAMS']
  if (!folder) throw new Error('this jest project has no programs (test/jest.config.js)')
  return [path.join(folder, `${program}.cjs`)]
}
