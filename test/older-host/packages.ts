interface Locked {
  version?: string
  integrity?: string
  [fact: string]: unknown
}

export interface Lock {
  packages: Record<string, Locked>
}

/**
 * What an older lock file (package-lock.json) names and this one has not, in the same place and to the
 * byte the same: none where the older release may be run with what is installed here.
 */
export function lackingOf(older: Lock, here: Lock): string[] {
  return Object.entries(older.packages)
    .filter(([place]) => place !== '')
    .filter(([place, { version, integrity }]) => {
      const found = here.packages[place]
      return found?.version !== version || found?.integrity !== integrity
    })
    .map(([place]) => place)
}
