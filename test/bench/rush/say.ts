/** Writes one run as a line of JSON. */
export function sayRun(run: string, facts: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify({ run, ...facts })}\n`)
}

/** Writes the last line: `rush name=value …`. */
export function sayLast(facts: Record<string, number | string>): void {
  const words = Object.entries(facts).map(([name, value]) => `${name}=${value}`)
  process.stdout.write(`rush ${words.join(' ')}\n`)
}

export const round = (value: number, digits = 0) => Number(value.toFixed(digits))
