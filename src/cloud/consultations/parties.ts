import type { Sealing } from '@/cloud/sealing/sealing'

/** The parties of a matter as they are compared: keyed hashes of their normal names. */
export interface Parties {
  /** Null for a name without a letter. */
  own: Buffer | null
  others: Buffer[]
}

/**
 * The parties of a matter. In a transaction only after `prepareHashes`.
 */
export async function partiesOf(
  sealing: Sealing,
  names: { name: string; otherParties: readonly string[] },
): Promise<Parties> {
  // Reading the dictionary of characters takes longer than all else of a cold start.
  const { normalPartyName } = await import('@/domain/consultation/party-name')
  const hashOf = async (name: string) => {
    const normal = normalPartyName(name)
    return normal === '' ? null : sealing.nameHash(normal)
  }
  const others = await Promise.all(names.otherParties.map(hashOf))
  return { own: await hashOf(names.name), others: others.filter((hash) => hash !== null) }
}
