import { chmodSync, mkdirSync } from 'node:fs'
import { EmbeddedServerError } from './embedded-server-error'

/**
 * A directory of this machine that every account can enter and only root can write: where root keeps
 * what the database server's own account must reach when the checkout or DATA_DIR is private.
 */
export function machineDirectory(): string {
  const directory = process.platform === 'linux' ? '/var/lib/changlai' : '/usr/local/var/changlai'
  try {
    mkdirSync(directory, { recursive: true })
    // The umask of root may be stricter than this directory needs.
    chmodSync(directory, 0o755)
    return directory
  } catch (cause) {
    throw new EmbeddedServerError(
      `The database server cannot reach the data directory, and ${directory} cannot be made ` +
        `(${(cause as Error).message}). Set DATA_DIR to a directory that other accounts can enter, ` +
        'or set DATABASE_URL.',
      { cause },
    )
  }
}
