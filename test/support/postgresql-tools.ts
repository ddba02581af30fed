import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The packaged server comes without pg_dump, and pg_dump reads no server newer than itself. */
const DEBIANS = '/usr/lib/postgresql'
const NEEDED = ['initdb', 'pg_ctl', 'postgres', 'pg_dump', 'pg_restore', 'psql']
/** PostgreSQL does not run as root. */
const PLAIN = { uid: 65534, gid: 65534 }
const isRoot = process.getuid?.() === 0

/**
 * The programs of a whole PostgreSQL of one release: of the newest of Debian's, else of the one whose
 * `pg_config` is found (Homebrew's and the like). Null for none.
 */
export function postgresqlTools(): string | null {
  const releases = existsSync(DEBIANS) ? readdirSync(DEBIANS).map(Number) : []
  const places = releases
    .sort((one, other) => other - one)
    .map((release) => path.join(DEBIANS, String(release), 'bin'))
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' })
  if (asked.status === 0) places.push(asked.stdout.trim())
  return places.find((bin) => NEEDED.every((name) => existsSync(path.join(bin, name)))) ?? null
}

/** A server of its own in `directory`, with a superuser `postgres`; gives a URL of a database of it. */
export function startWholeServer(bin: string, directory: string, password: string) {
  mkdirSync(directory)
  const data = path.join(directory, 'data')
  const secret = path.join(directory, 'password')
  writeFileSync(secret, password)
  const owner = isRoot ? PLAIN : {}
  if (isRoot) [directory, secret].forEach((file) => chownSync(file, PLAIN.uid, PLAIN.gid))
  chmodSync(directory, 0o755)
  const run = (program: string, args: string[]) =>
    execFileSync(path.join(bin, program), args, { ...owner, cwd: directory, stdio: 'ignore' })
  const ways = ['--auth=scram-sha-256', `--pwfile=${secret}`]
  run('initdb', ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync', ...ways])
  const options = `-c listen_addresses= -k ${directory} -c fsync=off`
  run('pg_ctl', ['-D', data, '-w', '-l', path.join(directory, 'log'), '-o', options, 'start'])
  return {
    urlOf: (database: string, user = 'postgres', pass = password) =>
      `postgresql://${user}:${pass}@${encodeURIComponent(directory)}:5432/${database}`,
    stop: () => run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']),
  }
}
