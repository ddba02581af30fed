import { toInstantText } from '@/domain/time/instant'
import { sha256HexInSlices } from './digest'
import { type Drawn, drawInSlices } from './draw'
import { type EntryList, METHOD, readList } from './entry-list'
import { writeResults } from './results'
import { toEnd } from './slices'

/** What a ballot publishes of itself, as `ballot.proof` gives it. */
export interface Proof {
  method: string
  ballotId: string
  closesAt: string
  numberSource: string
  numberAt: string
  list: string | null
  listHash: string | null
  number: string | null
  results: string | null
}

/** What somebody wrote down themselves: the hash at closing, the number where it was published. */
export interface Noted {
  listHash?: string | undefined
  number?: string | undefined
}

/**
 * What is wrong with a proof. NOT_DRAWN: there is nothing to check yet. OTHER_METHOD: a newer version
 * is needed. LIST_UNREADABLE and LIST_ALTERED: the list is not the one that was hashed at closing.
 * ANNOUNCED_OTHERWISE: the list was of another ballot or named another number. OTHER_LIST and
 * OTHER_NUMBER: not what was noted. RESULTS_DIFFER: the draw does not give what was published.
 */
export const FINDINGS = [
  'NOT_DRAWN',
  'OTHER_METHOD',
  'LIST_UNREADABLE',
  'LIST_ALTERED',
  'ANNOUNCED_OTHERWISE',
  'OTHER_LIST',
  'OTHER_NUMBER',
  'RESULTS_DIFFER',
] as const
export type Finding = (typeof FINDINGS)[number]

/** What a check found, and what it read and drew on the way; null where it did not come so far. */
export interface Verified {
  findings: Finding[]
  list: EntryList | null
  drawn: Drawn[] | null
}

/**
 * Draws anew by what a proof gives, and says what is wrong with it: nothing where all is as it should
 * be. Pauses between slices of the work, and says which part of it is done (0 to 1).
 */
export function* verifyInSlices(proof: Proof, noted: Noted = {}): Generator<number, Verified> {
  const { list: text, listHash, number, results } = proof
  const found = (findings: Finding[], list: EntryList | null = null) => {
    return { findings, list, drawn: null }
  }
  if (proof.method !== METHOD) return found(['OTHER_METHOD'])
  if (text === null || listHash === null) return found(['NOT_DRAWN'])
  const findings: Finding[] = []
  const hashing = sha256HexInSlices(text)
  let step = hashing.next()
  for (; !step.done; step = hashing.next()) yield 0
  if (step.value !== listHash) findings.push('LIST_ALTERED')
  const list = readList(text)
  yield 0
  if (noted.listHash !== undefined && noted.listHash !== listHash) findings.push('OTHER_LIST')
  if (noted.number !== undefined && noted.number !== number) findings.push('OTHER_NUMBER')
  if (!list) return found([...findings, 'LIST_UNREADABLE'])
  if (!asAnnounced(list, proof)) findings.push('ANNOUNCED_OTHERWISE')
  if (number === null || results === null) return found([...findings, 'NOT_DRAWN'], list)
  const drawing = drawInSlices(list, listHash, number)
  let made = drawing.next()
  for (; !made.done; made = drawing.next()) yield made.value / list.entries.length
  if (writeResults(made.value) !== results) findings.push('RESULTS_DIFFER')
  return { findings, list, drawn: made.value }
}

/** The same at once; what is wrong alone. */
export function verify(proof: Proof, noted: Noted = {}): Finding[] {
  return toEnd(verifyInSlices(proof, noted)).findings
}

function asAnnounced(list: EntryList, proof: Proof): boolean {
  return (
    list.ballotId === proof.ballotId &&
    list.numberSource === proof.numberSource &&
    toInstantText(list.closesAt) === proof.closesAt &&
    toInstantText(list.numberAt) === proof.numberAt
  )
}
