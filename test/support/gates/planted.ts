import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

export interface Planted {
  file: string
  code: string
}

/** A place beside the repository in which faults are planted and a tool is run on them. */
export interface Scratch {
  /** Runs a tool of the packages there and reads what it writes. */
  report<Report>(script: string, ...args: string[]): Report
  remove(): void
}

/** A scratch place with copies of these parts of the repository, and what is planted. */
export function plantedScratch(copied: string[], planted: Planted[]): Scratch {
  const place = mkdtempSync(join(tmpdir(), 'changlai-planted-'))
  for (const part of copied) cpSync(part, join(place, part), { recursive: true })
  symlinkSync(resolve('node_modules'), join(place, 'node_modules'))
  for (const { file, code } of planted) {
    mkdirSync(dirname(join(place, file)), { recursive: true })
    writeFileSync(join(place, file), `${code}\n`)
  }
  return {
    report<Report>(script: string, ...args: string[]): Report {
      const command = [`node_modules/${script}`, ...args]
      const { stdout, stderr } = spawnSync(process.execPath, command, {
        cwd: place,
        encoding: 'utf8',
        maxBuffer: 128 * 1024 * 1024,
      })
      if (!/^\s*[{[]/.test(stdout)) throw new Error(stdout + stderr)
      return JSON.parse(stdout) as Report
    },
    remove: () => rmSync(place, { recursive: true, force: true }),
  }
}
