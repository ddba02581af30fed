/** SQL of the number of a timestamptz's term: the rule of domain/time/term. */
export function termOf(instant: string): string {
  const local = `(${instant} at time zone 'Asia/Shanghai')`
  return `floor((extract(year from ${local}) * 12 + extract(month from ${local}) - 2) / 6)`
}

/** SQL of when the term of an instant ends: as `termEndsAt` of the domain has it. */
export function termEnds(instant: string): string {
  // A month earlier the terms begin in January and July.
  const local = `((${instant}) at time zone 'Asia/Shanghai' - interval '1 month')`
  return `(date_trunc('year', ${local})
      + case when extract(month from ${local}) > 6 then interval '13 months'
        else interval '7 months' end) at time zone 'Asia/Shanghai'`
}
