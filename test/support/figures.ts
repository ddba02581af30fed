import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where tests leave what they measured; the test run prints it at its end. */
export const FIGURES = '.artifacts/figures'

/** Leaves a measured table: a title and its lines. */
export function writeFigures(name: string, title: string, lines: string[]): void {
  mkdirSync(FIGURES, { recursive: true })
  writeFileSync(join(FIGURES, `${name}.txt`), [title, ...lines.map((l) => `  ${l}`)].join('\n'))
}
