/**
 * SQL of the part after the dot of a WorkerKey: a hash of the place and the person, so that whoever
 * reads it learns no key of a person, and cannot tell who works in two places.
 */
export function workerHash(place: string, person: string): string {
  return `left(encode(sha256(convert_to(${place} || '/' || ${person}::text, 'UTF8')), 'hex'), 20)`
}

/** SQL of a GrantId. */
export function grantIdOf(alias: string): string {
  const hash = workerHash(`${alias}.centre_id`, `${alias}.person_id`)
  return `${alias}.centre_id || '.' || ${hash} || '-' || ${alias}.role`
}

/**
 * SQL of what somebody is called, looked up one by one for the rows of a page: a join may read everybody
 * who is registered.
 */
export function nicknameOf(person: string): string {
  return `(select nickname from changlai.person where person.person_id = ${person})`
}
