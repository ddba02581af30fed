import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

export const FUNCTIONS = ['api', 'clock'] as const
type Name = (typeof FUNCTIONS)[number]

/** The newest that the platform offers everywhere; the bundles are built for 16. */
const RUNTIME = 'Nodejs18.15'
/** More memory is more of a processor, and half the time of a cold start. */
const MEMORY_MB: Record<Name, number> = { api: 512, clock: 256 }

export interface Trigger {
  name: string
  type: string
  config: string
}

/** A function as the platform's own tool (cloudbaserc.json) is told of it. */
export interface CloudFunction {
  name: Name
  runtime: string
  handler: string
  timeout: number
  memorySize: number
  installDependency: true
  triggers: Trigger[]
  vpc?: { vpcId: string; subnetId: string }
  envVariables: Record<string, string>
}

/** A built function: what dist says of it, and the rest from the settings. */
export function cloudFunction(
  root: string,
  name: Name,
  envVariables: Record<string, string>,
  vpc: CloudFunction['vpc'] | null,
): CloudFunction {
  const file = path.join(root, 'dist/cloud', name, 'config.json')
  const { timeout, triggers = [] } = JSON.parse(readFileSync(file, 'utf8')) as {
    timeout: number
    triggers?: Trigger[]
  }
  return {
    name,
    runtime: RUNTIME,
    handler: 'index.main',
    timeout,
    memorySize: MEMORY_MB[name],
    installDependency: true,
    triggers,
    ...(vpc ? { vpc } : {}),
    envVariables,
  }
}

/** The files of a function with their sizes in bytes. */
export function filesOfFunction(root: string, name: Name): { path: string; bytes: number }[] {
  const folder = path.join(root, 'dist/cloud', name)
  return readdirSync(folder)
    .sort()
    .map((file) => ({ path: file, bytes: statSync(path.join(folder, file)).size }))
}

/** What the platform's own tool reads, from the root of the repository. */
export function platformConfig(envId: string, functions: CloudFunction[]): string {
  const config = { version: '2.0', envId, functionRoot: 'dist/cloud', functions }
  return `${JSON.stringify(config, null, 2)}\n`
}
