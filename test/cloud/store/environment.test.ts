import { storeOptionsFrom } from '@/cloud/store'
import { connectionFrom } from '@/cloud/store/connection'

describe('the store’s options', () => {
  it('ask for the embedded server in .data where nothing is set', () => {
    expect(storeOptionsFrom({})).toEqual({
      databaseUrl: undefined,
      ownerUrl: undefined,
      dataDir: '.data',
      applicationPassword: undefined,
      production: false,
    })
  })

  it('take DATABASE_URL before PGHOST', () => {
    const { databaseUrl } = storeOptionsFrom({ DATABASE_URL: 'postgresql://a@b/c', PGHOST: 'd' })
    expect(databaseUrl).toBe('postgresql://a@b/c')
  })

  it('read the platform’s PGHOST and its kin, whatever characters they hold', () => {
    const { databaseUrl } = storeOptionsFrom({
      PGHOST: '10.0.0.7',
      PGPORT: '6432',
      PGUSER: 'centre',
      PGPASSWORD: 'p@ss:/?#%',
      PGDATABASE: 'env-1',
    })
    expect(connectionFrom(databaseUrl!)).toMatchObject({
      host: '10.0.0.7',
      port: 6432,
      user: 'centre',
      password: 'p@ss:/?#%',
      database: 'env-1',
    })
  })

  it('know a Unix socket', () => {
    const { databaseUrl } = storeOptionsFrom({ PGHOST: '/run/postgresql', PGUSER: 'centre' })
    expect(connectionFrom(databaseUrl!)).toMatchObject({
      host: '/run/postgresql',
      user: 'centre',
      database: 'centre',
    })
  })
})
