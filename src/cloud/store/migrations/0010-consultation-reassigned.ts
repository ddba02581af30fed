import { type Kysely, sql } from 'kysely'

/**
 * A consultation that is overdue with its professional may be assigned anew, which its course says.
 * Those taken up without a time get a due time, so that none is forgotten.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(REASSIGNED).execute(db)
}

const REASSIGNED = `
alter table changlai.consultation_entry drop constraint consultation_entry_kind_check;
alter table changlai.consultation_entry add constraint consultation_entry_kind_check
  check (kind in ('question', 'reply', 'declined', 'proposal', 'outcome', 'answer', 'handed-over',
    'reassigned'));

update changlai.consultation set due_at = state_since + interval '14 days'
where state = 'accepted' and due_at is null;`
