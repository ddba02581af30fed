import type { Output } from '@/contract'

export type Centre = Output<'centres.list'>['centres'][number]

/**
 * The centre whose programme is shown: the one chosen on this phone, else the first of the
 * district; null while none is known. A chosen centre that is gone counts as not chosen.
 */
export function currentCentre(centres: readonly Centre[], chosen: string | null): Centre | null {
  return centres.find(({ centreId }) => centreId === chosen) ?? centres[0] ?? null
}
