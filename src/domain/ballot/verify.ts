import { toInstantText } from '@/domain/time/instant'
import { sha256Hex } from './digest'
import { draw } from './draw'
import { type EntryList, METHOD, readList } from './entry-list'
import { writeResults } from './results'

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

/** Draws anew by what a proof gives; what is wrong with it, nothing where all is as it should be. */
export function verify(proof: Proof, noted: Noted = {}): Finding[] {
  const { list: text, listHash, number, results } = proof
  if (proof.method !== METHOD) return ['OTHER_METHOD']
  if (text === null || listHash === null) return ['NOT_DRAWN']
  const findings: Finding[] = []
  const list = readList(text)
  if (sha256Hex(text) !== listHash) findings.push('LIST_ALTERED')
  if (noted.listHash !== undefined && noted.listHash !== listHash) findings.push('OTHER_LIST')
  if (noted.number !== undefined && noted.number !== number) findings.push('OTHER_NUMBER')
  if (!list) return [...findings, 'LIST_UNREADABLE']
  if (!asAnnounced(list, proof)) findings.push('ANNOUNCED_OTHERWISE')
  if (number === null || results === null) return [...findings, 'NOT_DRAWN']
  if (writeResults(draw(list, listHash, number)) !== results) findings.push('RESULTS_DIFFER')
  return findings
}

function asAnnounced(list: EntryList, proof: Proof): boolean {
  return (
    list.ballotId === proof.ballotId &&
    list.numberSource === proof.numberSource &&
    toInstantText(list.closesAt) === proof.closesAt &&
    toInstantText(list.numberAt) === proof.numberAt
  )
}
