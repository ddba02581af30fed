import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Checkout, checkoutAt, digestOfSources } from './sources'

export const TARGETS = ['weapp', 'h5', 'cloud'] as const
export type Target = (typeof TARGETS)[number]

/** Of what a build was made; beside the builds, for nobody is to upload it. */
export interface BuildRecord {
  version: string
  checkout: Checkout | null
  /** Of the sources (digestOfSources). */
  sources: string
  /** The cloud environment that the pages call; empty for the only one there is. */
  cloudEnv: string
}

const fileOf = (root: string, target: Target) => path.join(root, `dist/records/${target}.json`)

/** Writes down of what a build was made that has just ended. */
export function recordBuild(root: string, target: Target, cloudEnv: string): BuildRecord {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const checkout = checkoutAt(root)
  const record = { version, checkout, sources: digestOfSources(root, target), cloudEnv }
  mkdirSync(path.dirname(fileOf(root, target)), { recursive: true })
  writeFileSync(fileOf(root, target), `${JSON.stringify(record, null, 2)}\n`)
  return record
}

/** Null where nothing was built. */
export function buildRecord(root: string, target: Target): BuildRecord | null {
  try {
    return JSON.parse(readFileSync(fileOf(root, target), 'utf8')) as BuildRecord
  } catch {
    return null
  }
}
