/** The parts of the test run, in their order. */
export const PARTS = [
  'typecheck',
  'lint',
  'unit',
  'builds',
  'cloud',
  'race',
  'gates',
  'weapp',
  'journeys',
] as const
export type Part = (typeof PARTS)[number]

export interface Arguments {
  /** The parts to run; all of them without `--only`. */
  parts: ReadonlySet<Part>
  /** Patterns of test paths, handed to jest. */
  patterns: string[]
}

/** Reads `--only unit,gates` and patterns of test paths; anything else is a mistake, in a sentence. */
export function readArguments(argv: string[]): Arguments | { mistake: string } {
  const rest = [...argv]
  const patterns: string[] = []
  let names: string[] = [...PARTS]
  while (rest.length > 0) {
    const argument = rest.shift()!
    if (argument === '--only') names = (rest.shift() ?? '').split(',')
    else if (argument.startsWith('--only=')) names = argument.slice('--only='.length).split(',')
    else if (argument.startsWith('-')) return { mistake: `unknown option ${argument}. ${USAGE}` }
    else patterns.push(argument)
  }
  const unknown = names.find((name) => !isPart(name))
  if (unknown !== undefined) return { mistake: `unknown part "${unknown}". ${USAGE}` }
  return { parts: new Set(names.filter(isPart)), patterns }
}

const USAGE = `Usage: npm test -- [--only ${PARTS.join(',')}] [pattern of a test's path …]`

function isPart(name: string): name is Part {
  return (PARTS as readonly string[]).includes(name)
}
