import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** How each page was read aloud when somebody last looked at it, to be read aloud by a person. */
export const READINGS = 'test/journeys/read-aloud'
/** Set to write what is new, and to mark what was not said again as depending on the day. */
export const KEEP = 'KEEP_READINGS'
/** Before a line that depends on the day, or on who and what there is. */
const VARIES = '~ '
const STAYS = '  '

/**
 * Compares how a page of this route is read aloud with what is kept: the controls, headings and parts
 * that do not depend on the day have to be said, in the same order. `of` are texts that the centre wrote.
 * Gives those that are missing; all of them where the page has never been kept.
 */
export function missingOf(
  route: string,
  lines: readonly string[],
  of: ReadonlySet<string>,
): string[] {
  const file = join(READINGS, `${route.replace(/^pages\//, '').replaceAll('/', '-')}.txt`)
  if (!existsSync(file)) {
    if (process.env[KEEP])
      keep(
        file,
        lines.map((line) => (varies(line, of) ? VARIES : STAYS) + line),
      )
    return process.env[KEEP] ? [] : [...lines]
  }
  const kept = readFileSync(file, 'utf8').trimEnd().split('\n')
  const said = lines.map((line) => line.trim())
  const missing: string[] = []
  let from = 0
  for (const line of kept.filter((one) => !one.startsWith(VARIES))) {
    const at = said.indexOf(line.trim(), from)
    if (at < 0) missing.push(line.trim())
    else from = at + 1
  }
  if (process.env[KEEP] && missing.length > 0) {
    keep(
      file,
      kept.map((one) => (missing.includes(one.trim()) ? VARIES + one.slice(2) : one)),
    )
    return []
  }
  return missing
}

function keep(file: string, lines: string[]): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${lines.join('\n')}\n`)
}

/** Plain text, and whatever has a number, or words that the centre wrote. */
function varies(line: string, of: ReadonlySet<string>): boolean {
  if (!line.trim().startsWith('[')) return true
  return /\d/.test(line) || Array.from(of).some((text) => line.includes(text))
}

/** All texts in Chinese of an answer of the host. */
export function textsOf(answer: unknown, into: Set<string>): void {
  if (typeof answer === 'string') {
    if (/[一-龥]{2}/.test(answer)) into.add(answer)
  } else if (typeof answer === 'object' && answer !== null) {
    for (const part of Object.values(answer)) textsOf(part, into)
  }
}
