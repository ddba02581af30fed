import { PURPOSES, TEMPLATE_OF } from '@/domain/alerts/purpose'

/** The template of a purpose, in SQL. */
export const templateOf = (purpose: string): string =>
  `case ${purpose} ${PURPOSES.map((one) => `when '${one}' then '${TEMPLATE_OF[one]}'`).join(' ')} end`

/** That a person has a message of the template of a purpose in store, in SQL. */
export const mayBeTold = (person: string, purpose: string): string => `exists (
    select from changlai.alert_acceptance as acceptance
    where acceptance.person_id = ${person} and acceptance.template = ${templateOf(purpose)}
      and acceptance.used_at is null)`
