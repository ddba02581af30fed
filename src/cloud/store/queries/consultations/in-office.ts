/** SQL: whether the professional of a consultation_slot of this alias still holds the role in its centre. */
export function inOffice(slot: string): string {
  return `exists (
    select from changlai.role_grant
    where role_grant.person_id = ${slot}.person_id
      and role_grant.centre_id in (${slot}.centre_id, '*')
      and role_grant.role = case ${slot}.service when 'legal' then 'lawyer' else 'mediator' end)`
}
