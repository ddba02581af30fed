/**
 * SQL that writes an instant as the wire has it: ISO 8601 to the second with +08:00. The session's
 * time zone does not matter.
 */
export function instantText(expression: string): string {
  return `to_char(${expression} at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"')`
}

/** SQL of an instant inside JSON: milliseconds since the epoch. */
export function instantMilliseconds(expression: string): string {
  return `round(extract(epoch from ${expression}) * 1000)::bigint`
}
