/** The refusal for a consultation that is none of the actor's, or that does not exist. */
export const NO_CONSULTATION = {
  refusal: { code: 'NOT_FOUND', facts: { what: 'consultation' } },
} as const
