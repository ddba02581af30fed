import { runJest } from './jest-step'
import { runStep } from './step'

const node = (code: string) => [process.execPath, '-e', code]
const silent = () => undefined

describe('a step of a test run', () => {
  it('ends well with its output', async () => {
    const step = { name: 'echo', command: node("console.log('heard')"), timeoutMinutes: 1 }
    expect(await runStep(step, silent)).toMatchObject({ ok: true, output: 'heard\n' })
  })

  it('fails with what it wrote on either output', async () => {
    const command = node("console.error('seen'); process.exit(3)")
    const outcome = await runStep({ name: 'fail', command, timeoutMinutes: 1 }, silent)
    expect(outcome).toMatchObject({ ok: false, output: 'seen\n' })
  })

  it('fails when its program does not exist', async () => {
    const step = { name: 'absent', command: ['./no-such-program'], timeoutMinutes: 1 }
    expect(await runStep(step, silent)).toMatchObject({ ok: false })
  })

  it('is killed with its children when its time is over', async () => {
    const step = { name: 'slow', command: ['sh', '-c', 'sleep 60 & wait'], timeoutMinutes: 0.005 }
    const outcome = await runStep(step, silent)
    expect(outcome.ok).toBe(false)
    expect(outcome.seconds).toBeLessThan(10)
    expect(outcome.output).toContain('killed after')
  })
})

describe('a jest project of a test run', () => {
  it('counts as a failure when it cannot even start', async () => {
    const outcome = await runJest(
      'no-such-project',
      { workers: 1, patterns: [], timeoutMinutes: 1 },
      silent,
    )
    expect(outcome).toMatchObject({ ok: false, passed: 0, failed: 1 })
  })
})
