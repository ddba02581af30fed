import type { Fault } from '../faults/fault'
import { openidOf } from '../bench/rush/morning'
import { type Round, playRound } from '../faults/round'
import type { Stage } from '../faults/stage'
import { askOnce } from './ask'

/**
 * The rush of the faults to a host of the older release and one of this, on one database with the
 * schema of this tree; then everything is asked again at the other one of the two. Phones are of the
 * older release while hosts of both serve: the crowd says no more than that one reads.
 */
export async function rushToBoth(
  stage: Stage,
  olderHost: string[],
  { rounds, seed }: { rounds: number; seed: number },
): Promise<Round[]> {
  const beside: Fault = {
    name: 'older-host',
    hosts: () => [{ program: olderHost }, {}],
    prepare: async ({ hosts, ledger }) => {
      ledger.saysAgain = await readsAgain(hosts[0]!.url)
    },
    strike: async ({ ledger, rushOver }) => {
      await rushOver
      const later = ledger.notAtOnce()
      return {
        did: { saysAgain: ledger.saysAgain },
        wrong: later === 0 ? [] : [`${later} were asked to come back though nothing was away`],
      }
    },
  }
  const played: Round[] = []
  for (let round = 1; round <= rounds; round += 1)
    played.push(await playRound(stage, beside, { round, seed }))
  return played
}

/** Whether a host knows the field by which a phone says that it sends something once more. */
async function readsAgain(url: string): Promise<boolean> {
  const question = { operation: 'centres.list', client: '1.0.0', again: true }
  const { code, facts } = await askOnce(url, openidOf(0), question)
  return !(code === 'INVALID_INPUT' && facts?.['path'] === 'again')
}
