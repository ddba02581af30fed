/** Roles that a person can hold in a centre or, for `district`, over all of them. */
export const ROLES = ['staff', 'lawyer', 'mediator', 'doctor', 'volunteer', 'district'] as const
export type Role = (typeof ROLES)[number]
