import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs, parseEnv } from 'node:util'

export type Settings = Readonly<Record<string, string | undefined>>

/** What was asked of a deployment. */
export interface Asked {
  dryRun: boolean
  /** What the console shows beside the version. */
  note: string
  settings: Settings
}

/** Where an operator writes what a deployment needs to know (config/deploy/example.env). */
const SETTINGS_FILE = 'deploy.env'

/**
 * Reads `--dry-run`, `--note TEXT` and `--settings FILE` (deploy.env), and the settings: the file's,
 * and before them those of the environment. Throws a sentence where the file cannot be read.
 */
export function readAsked(root: string, argv: string[], environment: Settings): Asked {
  const { values } = parseArgs({
    args: argv,
    options: {
      'dry-run': { type: 'boolean', default: false },
      note: { type: 'string', default: '' },
      settings: { type: 'string' },
    },
  })
  const file = path.resolve(root, values.settings ?? SETTINGS_FILE)
  const given = Object.entries(environment).filter(([, value]) => value !== undefined)
  return {
    dryRun: values['dry-run'],
    note: values.note,
    settings: { ...fromFile(file, values.settings !== undefined), ...Object.fromEntries(given) },
  }
}

function fromFile(file: string, named: boolean): Settings {
  try {
    return parseEnv(readFileSync(file, 'utf8'))
  } catch (cause) {
    if (!named && (cause as { code?: string }).code === 'ENOENT') return {}
    throw new Error(`The settings in ${file} cannot be read.`, { cause })
  }
}
