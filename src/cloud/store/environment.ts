import type { StoreOptions } from './open'

type Environment = Record<string, string | undefined>

/**
 * The store's options as an operator sets them: DATABASE_URL, DATABASE_OWNER_URL, DATA_DIR,
 * CHANGLAI_APP_PASSWORD, NODE_ENV; PGHOST and its kin where DATABASE_URL is absent.
 */
export function storeOptionsFrom(environment: Environment): Omit<StoreOptions, 'log'> {
  return {
    databaseUrl: environment['DATABASE_URL'] || urlFromLibpq(environment),
    ownerUrl: environment['DATABASE_OWNER_URL'] || undefined,
    dataDir: environment['DATA_DIR'] || '.data',
    applicationPassword: environment['CHANGLAI_APP_PASSWORD'] || undefined,
    production: environment['NODE_ENV'] === 'production',
  }
}

function urlFromLibpq(environment: Environment): string | undefined {
  const { PGHOST: host, PGPORT: port, PGUSER: user, PGPASSWORD: password } = environment
  if (!host) return undefined
  const query = environment['PGSSLMODE'] ? `?sslmode=${environment['PGSSLMODE']}` : ''
  const login = [user ?? 'postgres', password].filter((part) => part !== undefined).map(encode)
  const database = encode(environment['PGDATABASE'] || user || 'postgres')
  return `postgresql://${login.join(':')}@${encode(host)}:${port || 5432}/${database}${query}`
}

function encode(text: string): string {
  return encodeURIComponent(text)
}
