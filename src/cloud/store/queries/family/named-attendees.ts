/**
 * SQL that gives the attendees of an entry `e` of `holder_id` as JSON, in their order, as its holder
 * names them. `table` holds them, `of` says which of its rows (as `w`) are the entry's.
 */
export function namedAttendees(table: string, of: string): string {
  return `(
    select jsonb_agg(jsonb_build_object(
      'attendeeId', case when w.person_id = e.holder_id then 'self' else f.member_id end,
      'name', f.name) order by w.place)
    from changlai.${table} as w
    left join changlai.family_member as f
      on f.holder_id = e.holder_id and f.person_id = w.person_id and f.removed_at is null
    where ${of})`
}

/** An attendee as a holder sees it; null for somebody who is no longer in the family. */
export interface NamedAttendee {
  attendeeId: string | null
  name: string | null
}
