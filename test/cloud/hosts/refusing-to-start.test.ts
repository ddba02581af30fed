import { createServer } from 'node:net'
import { builtProgram } from '../../support/built-programs'
import { currentCloudBundles } from '../../support/cloud-bundles'
import { CONTAINER_HOST, startNode } from '../../support/host-process'

/** Starts a host that is expected to end by itself; gives its exit code and all it wrote. */
async function ending(args: readonly string[], environment: Record<string, string>) {
  const host = startNode(args, environment)
  const { code } = await host.ended
  return { code, wrote: host.output() }
}

describe('a host that cannot start ends with 1 and one sentence', () => {
  test('the local host in production', async () => {
    const { code, wrote } = await ending(builtProgram('local-host'), { NODE_ENV: 'production' })
    expect(code).toBe(1)
    expect(wrote).toContain('The local host believes whoever says who they are')
    expect(wrote).not.toContain('listening')
  })

  test('on a port that is taken, before it touches the database', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as { port: number }
    const { code, wrote } = await ending(builtProgram('local-host'), {
      PORT: String(port),
      DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
    })
    other.close()
    expect(code).toBe(1)
    expect(wrote).toContain(`Port ${port} is already in use.`)
    expect(wrote).not.toContain('ECONNREFUSED')
  })

  test.each([
    [{ PORT: 'http' }, 'PORT must be a number from 0 to 65535, not "http".'],
    [{ PORT: '70000' }, 'PORT must be a number'],
    [{ SEED: 'everything' }, 'SEED must be demo or none, not "everything".'],
    [
      { CHANGLAI_PUBLIC_URL: 'http://calendar.example.cn' },
      'CHANGLAI_PUBLIC_URL must be an address',
    ],
  ])('with %j', async (environment, sentence) => {
    const { code, wrote } = await ending(builtProgram('local-host'), environment)
    expect(code).toBe(1)
    expect(wrote).toContain(sentence)
  })

  test('the container host without a database', async () => {
    await currentCloudBundles()
    const { code, wrote } = await ending(CONTAINER_HOST, {})
    expect(code).toBe(1)
    expect(wrote).toContain('The container host needs a database: set DATABASE_URL or PGHOST.')
  }, 60_000)

  test('on a database that is not there', async () => {
    const { code, wrote } = await ending(builtProgram('local-host'), {
      PORT: '0',
      DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
    })
    expect(code).toBe(1)
    expect(wrote).toMatch(/^Cannot start: /m)
    expect(wrote).not.toContain('listening')
  })
})
