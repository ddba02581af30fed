/**
 * A release that is in service, run whole on the newest schema: `npm run older-host -- REVISION
 * --rounds 5 --seed 1 --tests cloud/black-box`. Its hosts are built from its own source; its own tests
 * are run on a database with this tree's schema; it is asked everything that this tree's phones ask; and
 * a rush goes to a host of it and one of this tree, side by side. Ends with 1 where anything is wrong.
 */
import { isTrue } from '../faults/reckoning'
import { openStage } from '../faults/stage'
import { currentCloudBundles } from '../support/cloud-bundles'
import { rushToBoth } from './both'
import { checkOut } from './checkout'
import { askFrozen } from './frozen-questions'
import { runOlderTests } from './older-tests'
import { commitOf, git, olderHostOptions } from './options'

const say = (line: string) => process.stdout.write(`${line}\n`)
const tick = (isWell: boolean) => (isWell ? '✓' : '✗')

async function main(): Promise<void> {
  const { revision, rounds, seed, tests } = olderHostOptions(process.argv.slice(2))
  const commit = commitOf(revision)
  say(git('log', '-1', '--format=%h of %ad: %s', '--date=iso', commit))
  const older = checkOut(commit)
  try {
    const packages = older.otherPackages === 0 ? 'those of here' : `${older.otherPackages} others`
    say(`built from its own source; packages: ${packages}`)
    const own = runOlderTests(older, tests)
    const isOwnWell = own.failed.length === 0 && own.passed > 0
    say(
      `${tick(isOwnWell)} its own tests (${tests}) on the schema ${own.schema}: ${own.passed} passed`,
    )
    for (const { test, said } of own.failed) say(`✗ ${test}\n${said}`)

    await currentCloudBundles()
    const stage = await openStage()
    try {
      const frozen = await askFrozen(stage, older.host)
      const isFrozenWell = frozen.wrong.length === 0
      say(
        `${tick(isFrozenWell)} ${frozen.asked} frozen questions of this tree's phones; operations that ` +
          `it does not know: ${frozen.unknown.length} ${frozen.unknown.join(' ')}`,
      )
      for (const field of frozen.unknownFields)
        say(`! it refuses the field that came later: ${field}`)
      for (const line of frozen.wrong) say(`✗ ${line}`)
      const played = await rushToBoth(stage, older.host, { rounds, seed })
      const isRushWell = played.every(isTrue)
      for (const round of played)
        say(`${tick(isTrue(round))} side by side: ${JSON.stringify(round)}`)
      if (!isOwnWell || !isFrozenWell || !isRushWell) process.exitCode = 1
    } finally {
      await stage.close()
    }
  } finally {
    older.remove()
  }
}

void main()
