import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as ci from 'miniprogram-ci'

export interface Upload {
  root: string
  appid: string
  /** The file of the upload key; without one only a dry run goes. */
  keyFile: string | null
  version: string
  note: string
  /** 1 to 30: which of the console's robots is said to have uploaded. */
  robot: number
}

export interface Sent {
  files: { path: string; bytes: number }[]
  sha256: string
}

/** What of the project is compiled stands in project.config.json alone. */
const AS_THE_PROJECT_SAYS = { useProjectConfig: true } as const

/** A key that opens nothing, for compiling what is not sent. */
const NO_KEY = '-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n'

/**
 * Compiles the mini-program exactly as WeChat's tool does before it uploads, and gives what it would
 * upload. The limits of the account, which the tool would ask for with the key, are taken to be those
 * of any; all that is asked of the platform is which endings of files it takes, and without an answer
 * they are those that the tool knows.
 */
export async function compileWeapp({ root, appid, version, note }: Upload): Promise<Sent> {
  const folder = mkdtempSync(path.join(tmpdir(), 'changlai-compiled-'))
  try {
    const keyFile = path.join(folder, 'key')
    writeFileSync(keyFile, NO_KEY, { mode: 0o600 })
    const project = projectAt(root, appid, keyFile)
    project.attr = () => Promise.resolve({ ...ci.DefaultProjectAttr, platform: true })
    const archive = path.join(folder, 'compiled.zip')
    const compiled = (await ci.getCompiledResult(
      { project, version, desc: note, setting: AS_THE_PROJECT_SAYS, onProgressUpdate: () => {} },
      archive,
    )) as unknown as Record<string, string | Uint8Array>
    const files = Object.entries(compiled).map(([name, content]) => ({
      path: name.replace(/^\.\//, ''),
      bytes: Buffer.byteLength(content),
    }))
    return {
      files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
      sha256: createHash('sha256').update(readFileSync(archive)).digest('hex'),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Uploads; gives the sizes that the platform found. Rejects with what it refused. */
export async function uploadWeapp(
  { root, appid, keyFile, version, note, robot }: Upload & { keyFile: string },
  say: (line: string) => void,
): Promise<{ name: string; size: number }[]> {
  const { subPackageInfo } = await ci.upload({
    project: projectAt(root, appid, keyFile),
    version,
    desc: note,
    setting: AS_THE_PROJECT_SAYS,
    robot,
    onProgressUpdate: (task) =>
      say(typeof task === 'string' ? task : `${task.status} ${task.message}`),
  })
  return subPackageInfo ?? []
}

function projectAt(root: string, appid: string, privateKeyPath: string) {
  return new ci.Project({
    appid,
    type: 'miniProgram',
    projectPath: root,
    privateKeyPath,
    ignores: ['node_modules/**/*'],
  })
}
