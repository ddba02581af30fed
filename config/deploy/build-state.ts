import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type BuildRecord, buildRecord, type Target } from '../builds/records'
import { checkoutAt, digestOfSources } from '../builds/sources'
import type { Asked } from './settings'
import type { Report } from './report'

export const STALE = 'was built of other sources than lie here now'

/**
 * Whether what was built is what lies here: of this version, of these sources, of a commit. A dry run
 * only warns of changes that no commit has.
 */
export function checkBuild(
  root: string,
  target: Target,
  { dryRun }: Pick<Asked, 'dryRun'>,
  report: Report,
): BuildRecord | null {
  const record = buildRecord(root, target)
  if (!record) {
    report.refuse(`dist/${target} was not built: npm run build.`)
    return null
  }
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  report.fact('version', record.version)
  report.fact('commit', record.checkout?.commit ?? 'none: the sources lie without git')
  if (record.version !== version) {
    report.refuse(`dist/${target} is version ${record.version}, not ${version}: npm run build.`)
  }
  if (record.sources !== digestOfSources(root, target)) {
    report.refuse(`dist/${target} ${STALE}: npm run build.`)
  }
  const isCommitted = record.checkout !== null && !record.checkout.changed
  const isHere = !isCommitted || checkoutAt(root)?.commit === record.checkout!.commit
  if (!isHere) report.warn(`dist/${target} was built at another commit with the same sources.`)
  if (!isCommitted) {
    const sentence =
      'What was built is no commit, so nobody could build it again: commit, then build.'
    if (dryRun) report.warn(sentence)
    else report.refuse(sentence)
  }
  return record
}
