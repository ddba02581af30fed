interface Locked {
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  [fact: string]: unknown
}

export interface Lock {
  lockfileVersion: number
  packages: Record<string, Locked>
}

export interface Manifest {
  name: string
  version: string
  dependencies: Record<string, string>
}

const FOLDER = 'node_modules/'

/**
 * The part of a lock file (package-lock.json) that installing a manifest's dependencies needs: so what
 * is installed apart from the repository is, to the byte, what its tests ran with. Fails where one of
 * them is not in the lock.
 */
export function lockOf({ lockfileVersion, packages }: Lock, manifest: Manifest): Lock {
  const needed: Record<string, Locked> = {}

  /** As Node finds it: beside whoever asks, else further out. */
  function placeOf(name: string, asker: string): string {
    const place = `${asker && `${asker}/`}${FOLDER}${name}`
    if (packages[place]) return place
    if (asker === '') throw new Error(`${name} is not in package-lock.json.`)
    return placeOf(name, asker.slice(0, Math.max(asker.lastIndexOf(`/${FOLDER}`), 0)))
  }
  function take({ dependencies, optionalDependencies }: Locked, asker: string): void {
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const place = placeOf(name, asker)
      if (needed[place]) continue
      needed[place] = packages[place]!
      take(needed[place], place)
    }
  }
  take({ dependencies: manifest.dependencies }, '')
  const { name, version, dependencies } = manifest
  const places = Object.fromEntries(Object.entries(needed).sort(([a], [b]) => (a < b ? -1 : 1)))
  const own = { name, version, dependencies }
  return { ...{ name, version }, lockfileVersion, packages: { '': own, ...places } }
}
