import { setTimeout as wait } from 'node:timers/promises'
import { scratchDatabase } from '../../support/scratch-database'

test('A connection that the server still has when its database is dropped is nobody’s error', async () => {
  const scratch = await scratchDatabase()
  const { pool } = scratch
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const backend = rows[0]!.pid
  const heard: string[] = []
  pool.on('error', ({ message }) => heard.push(message))
  process.kill(backend, 'SIGSTOP')
  const dropped = scratch.drop()
  await wait(300)
  process.kill(backend, 'SIGCONT')
  await dropped
  expect(heard).toEqual(['terminating connection due to administrator command'])
})
