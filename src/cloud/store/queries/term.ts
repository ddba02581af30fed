/** SQL of the number of a timestamptz's term: the rule of domain/time/term. */
export function termOf(instant: string): string {
  const local = `(${instant} at time zone 'Asia/Shanghai')`
  return `floor((extract(year from ${local}) * 12 + extract(month from ${local}) - 2) / 6)`
}
