import path from 'node:path'

/** As deep below the root as the host's own source: it looks for the pages from where it stands. */
export const BUILT = '.artifacts/programs/built'

/** What tests start again and again, by the name of its bundle. */
export const PROGRAMS = {
  'local-host': 'src/cloud/hosts/local/main.ts',
  'import-stations': 'src/cloud/hosts/import-stations.ts',
  'rotate-keys': 'src/cloud/hosts/rotate-keys.ts',
  'forget-consultations': 'test/support/forget-consultations.ts',
  'print-feed': 'test/support/print-feed.ts',
}
export type Program = keyof typeof PROGRAMS

/** What node is started with for a program that is read from its source, as the scripts of package.json do. */
export const fromSource = (program: Program): string[] => ['--import', 'tsx', PROGRAMS[program]]

/** What node is started with for a program's bundle (only in the jest projects that have them). */
export function builtProgram(program: Program): string[] {
  const folder = process.env['BUILT_PROGRAMS']
  if (!folder) throw new Error('this jest project has no programs (test/jest.config.js)')
  return [path.join(folder, `${program}.cjs`)]
}
