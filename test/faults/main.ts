/**
 * The faults: `npm run faults -- --rounds 100 --seed 1 --only kill-host,kill-postgres`. Real PostgreSQL
 * and real container hosts, a crowd over HTTP, and in each round one thing that goes wrong at a moment
 * that the seed decides (docs/faults.md). Writes a line of JSON a round, and ends with 1 where anything
 * that was answered is not true.
 */
import { currentCloudBundles } from '../support/cloud-bundles'
import { FAULTS } from './kinds'
import { faultOptions } from './options'
import { isTrue } from './reckoning'
import { playRound, type Round } from './round'
import { openStage } from './stage'

async function main(): Promise<void> {
  const { rounds, seed, only } = faultOptions(
    process.argv.slice(2),
    FAULTS.map(({ name }) => name),
  )
  await currentCloudBundles()
  const played: Round[] = []
  for (const onSmallDisk of [false, true]) {
    const faults = FAULTS.filter(
      (fault) =>
        (fault.onSmallDisk ?? false) === onSmallDisk && (only?.includes(fault.name) ?? true),
    )
    if (faults.length === 0) continue
    const stage = await openStage({ onSmallDisk })
    try {
      for (const fault of faults) {
        for (let round = 1; round <= rounds; round += 1) {
          const one = await playRound(stage, fault, { round, seed })
          played.push(one)
          process.stdout.write(`${JSON.stringify(one)}\n`)
        }
      }
    } finally {
      await stage.close()
    }
  }
  const sum = (of: (one: Round) => number) => played.reduce((all, one) => all + of(one), 0)
  const words = {
    rounds: played.length,
    open: sum(({ open }) => open),
    open_but_done: sum(({ openButDone }) => openButDone),
    lost: sum(({ lost }) => lost),
    duplicates: sum(({ duplicates }) => duplicates),
    oversold: sum(({ oversold }) => oversold),
    untrue_replays: sum(({ untrueReplays }) => untrueReplays),
    wrong: sum(({ wrong }) => wrong.length),
  }
  const said = Object.entries(words).map(([name, count]) => `${name}=${count}`)
  process.stdout.write(`faults ${said.join(' ')}\n`)
  if (!played.every(isTrue)) process.exitCode = 1
}

void main()
