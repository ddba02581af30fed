import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Answer, Door } from '../cloud/black-box/door'
import { currentCloudBundles } from './cloud-bundles'
import { said, startNode } from './host-process'

const FRAMEWORK = 'node_modules/@cloudbase/functions-framework/bin/tcb-ff.js'
const CONTEXT_HEADER = 'x-functions-extended-context'

/** A cloud function as the platform calls it: for somebody, or with an environment of its own. */
export interface FunctionDoor extends Door {
  callIn(environment: Record<string, string>, event: unknown): Promise<Answer>
}

/** A built cloud function under the platform's own framework, on a database. */
export async function functionDoor(
  name: 'api' | 'clock',
  environment: Record<string, string>,
): Promise<FunctionDoor> {
  await currentCloudBundles()
  const port = await freePort()
  const logs = mkdtempSync(path.join(tmpdir(), 'changlai-function-'))
  const host = startNode(
    [
      FRAMEWORK,
      `--source=${path.join(__dirname, 'function-platform.cjs')}`,
      `--port=${port}`,
      `--extendedContextKey=${CONTEXT_HEADER}`,
      `--logDirname=${logs}`,
    ],
    { FUNCTION_UNDER_TEST: path.resolve(__dirname, `../../dist/cloud/${name}`), ...environment },
  )
  await said(host, new RegExp(`listening on port ${port}`))
  const url = `http://127.0.0.1:${port}/`
  const post = async (event: unknown, headers: Record<string, string>) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(event),
    })
    return (await response.json()) as Answer
  }
  return {
    output: host.output,
    end: async () => {
      const ended = await host.end('SIGKILL')
      rmSync(logs, { recursive: true, force: true })
      return ended
    },
    call: (request, as) => post(request, as ? { [CONTEXT_HEADER]: caller(as) } : {}),
    callIn: (environment, event) => post(event, { [CONTEXT_HEADER]: extended({ environment }) }),
  }
}

const caller = (openId: string) =>
  extended({ source: 'wx', wechatContext: { source: 'wx', appId: 'wx-sample', openId } })

/** The platform's extended context: JSON, gzipped, in Base64. */
function extended(context: object): string {
  return gzipSync(JSON.stringify(context)).toString('base64')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
