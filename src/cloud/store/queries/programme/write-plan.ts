import type { PoolClient } from 'pg'
import type { Rule } from '@/domain/calendar/rule'
import { ruleOfLessons } from '@/domain/programme/rule-of-lessons'
import { wholeLessons } from '@/domain/programme/lessons-of-plan'
import type { ActivityChangeKind, ActivityState, Plan } from '@/domain/programme/plan'
import { dateOf } from '@/domain/time/date'

/** The rule that a plan is kept and said by. */
export function ruleOf(plan: Plan, now: number): Rule {
  const { when } = plan
  return when.kind === 'rule' ? when.rule : ruleOfLessons(wholeLessons(plan, dateOf(now)))
}

/** Writes a new activity down, without lessons and pools. */
export async function insertActivity(
  client: PoolClient,
  key: { centreId: string; activityId: string; importKey: string | null; changedBy: string },
  { plan, state }: { plan: Plan; state: ActivityState },
  now: Date,
): Promise<void> {
  await client.query({
    name: 'programme.insert',
    text: INSERT,
    values: [
      ...[key.centreId, key.activityId, ...columnsOf(plan, now)],
      ...[state, state !== 'draft', key.importKey, now, key.changedBy],
    ],
  })
}

/** Writes the plan of an activity that the transaction holds; gives its new version. */
export async function writePlan(
  client: PoolClient,
  { centreId, activityId, changedBy }: { centreId: string; activityId: string; changedBy: string },
  { plan, state }: { plan: Plan; state: ActivityState },
  now: Date,
): Promise<number> {
  const { rows } = await client.query<{ version: number }>({
    name: 'programme.write',
    text: WRITE,
    values: [
      ...[centreId, activityId, ...columnsOf(plan, now)],
      ...[state, state !== 'draft', now, changedBy],
    ],
  })
  return rows[0]!.version
}

/** Moves the version of an activity that the transaction holds on; gives the new one. */
export async function touchActivity(
  client: PoolClient,
  { centreId, activityId, changedBy }: { centreId: string; activityId: string; changedBy: string },
  now: Date,
): Promise<number> {
  const { rows } = await client.query<{ version: number }>({
    name: 'programme.touch',
    text: TOUCH,
    values: [centreId, activityId, now, changedBy],
  })
  return rows[0]!.version
}

/** Writes down what became of a whole activity, under the version that it now has. */
export async function writeChange(
  client: PoolClient,
  key: { centreId: string; activityId: string; version: number; changedBy: string },
  change: { kind: ActivityChangeKind; reason: string | null; facts: object },
  now: Date,
): Promise<void> {
  const { centreId, activityId, version, changedBy } = key
  await client.query({
    name: 'programme.change',
    text: CHANGE,
    values: [
      ...[centreId, activityId, version, change.kind, changedBy, now, change.reason],
      JSON.stringify(change.facts),
    ],
  })
}

/** Deletes a draft that the transaction holds. */
export async function deleteDraft(
  client: PoolClient,
  { centreId, activityId }: { centreId: string; activityId: string },
): Promise<void> {
  await client.query({
    name: 'programme.discard',
    text: `delete from changlai.activity
      where centre_id = $1 and activity_id = $2 and state = 'draft'`,
    values: [centreId, activityId],
  })
}

function columnsOf(plan: Plan, now: Date): unknown[] {
  const { when, seating } = plan
  return [
    ...[plan.title, plan.category, plan.audience, plan.description, plan.host, plan.place],
    ...[plan.ages?.min ?? null, plan.ages?.max ?? null, plan.feeFen, plan.bring],
    JSON.stringify(ruleOf(plan, now.getTime())),
    when.kind === 'lessons' ? JSON.stringify(when.lessons) : null,
    seating && JSON.stringify(seating),
    plan.guestsFromList,
  ]
}

const INSERT = `
insert into changlai.activity
  (centre_id, activity_id, title, category, audience, description, host, place, min_age, max_age,
    fee_fen, bring, rule, lessons, seating, guests_from_list, state, published, import_key,
    created_at, changed_at, changed_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9::smallint, $10::smallint, $11::integer, $12, $13::jsonb,
  $14::jsonb, $15::jsonb, $16::boolean, $17, $18::boolean, $19, $20::timestamptz, $20::timestamptz,
  $21::uuid)`

const WRITE = `
update changlai.activity
set title = $3, category = $4, audience = $5, description = $6, host = $7, place = $8,
  min_age = $9::smallint, max_age = $10::smallint, fee_fen = $11::integer, bring = $12,
  rule = $13::jsonb, lessons = $14::jsonb, seating = $15::jsonb, guests_from_list = $16::boolean,
  state = $17, published = $18::boolean, changed_at = $19::timestamptz, changed_by = $20::uuid,
  version = version + 1
where centre_id = $1 and activity_id = $2
returning version`

const TOUCH = `
update changlai.activity
set version = version + 1, changed_at = $3::timestamptz, changed_by = $4::uuid
where centre_id = $1 and activity_id = $2
returning version`

const CHANGE = `
insert into changlai.activity_change
  (centre_id, activity_id, number, kind, changed_by, changed_at, reason, facts)
values ($1, $2, $3::integer, $4, $5::uuid, $6::timestamptz, $7, $8::jsonb)`
