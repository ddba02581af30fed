/**
 * A name as a sheet that lies open shows it: 张*, whatever its length, so that neighbours find their own
 * line and read no other's name; null where none is known.
 */
export function maskedName(name: string | null): string | null {
  const [first] = Array.from(name?.trim() ?? '')
  return first === undefined ? null : `${first}*`
}
