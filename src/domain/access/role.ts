/** Roles that a person can hold in a centre or, for `district`, over all of them. */
export const ROLES = [
  'staff',
  'lawyer',
  'mediator',
  'doctor',
  'volunteer',
  'district',
  'director',
  'teacher',
] as const
export type Role = (typeof ROLES)[number]

/** Where a role is held that is one of every centre. */
export const EVERYWHERE = '*'

/** In the order in which a list of who works somewhere names them. */
export const ROLES_IN_ORDER: readonly Role[] = [
  'district',
  'director',
  'staff',
  'teacher',
  'volunteer',
  'lawyer',
  'mediator',
  'doctor',
]

/** Roles whose last holder in a place stays: without them nobody could give a role there. */
export const KEPT_ROLES = ['director', 'district'] as const satisfies readonly Role[]
export type KeptRole = (typeof KEPT_ROLES)[number]

export function isKeptRole(role: Role): role is KeptRole {
  return (KEPT_ROLES as readonly Role[]).includes(role)
}

/** Whether somebody with a role is one of those for whom something is kept: a director is of the staff. */
export function servesAs(role: Role, keptFor: Role): boolean {
  return role === keptFor || (keptFor === 'staff' && role === 'director')
}

/** Whether a role is one of this place: the district's is one of every centre, every other of one. */
export function belongsIn(role: Role, place: string): boolean {
  return (role === 'district') === (place === EVERYWHERE)
}
