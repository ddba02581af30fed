import type { Pool, PoolClient } from 'pg'
import type { Audience, Category } from '@/domain/calendar/programme'
import type { Seating } from '@/domain/calendar/seating'
import type { Said } from '@/domain/timetable/merge'
import type { StandingClass, StandingLesson } from '@/domain/timetable/publishing'
import type { Read } from '@/domain/timetable/ready-class'

/** A class as it stands, with what is needed to write it into a sheet. */
export interface KeptClass extends StandingClass {
  importKey: string | null
  whenWords: string | null
  /** Where it stood in the last sheet; null where it came from none. */
  position: number | null
}

interface Row {
  activityId: string
  version: number
  state: 'published' | 'cancelled'
  title: string
  host: string
  place: string
  category: Category
  audience: Audience
  minAge: number | null
  maxAge: number | null
  feeFen: number
  seating: Seating | null
  importKey: string | null
  read: Read | null
  said: Said | null
  whenWords: string | null
  position: number | null
  lessons: StandingLesson[]
}

/**
 * The published and cancelled activities of a centre that have a lesson between two instants, each with
 * all its lessons that are held; of one whose rule has no end those between the two. What is booked
 * through a private form is not among them. In the order of the last sheet, then of their titles.
 */
export async function classesBetween(
  client: Pool | PoolClient,
  centreId: string,
  { from, to }: { from: Date; to: Date },
): Promise<KeptClass[]> {
  const { rows } = await client.query<Row>({
    name: 'timetable.classes',
    text: CLASSES,
    values: [centreId, from, to],
  })
  return rows.map(keptClass)
}

function keptClass(row: Row): KeptClass {
  const { activityId, version, category, audience, title, host, place, feeFen, seating } = row
  const ages =
    row.minAge === null && row.maxAge === null ? null : { min: row.minAge, max: row.maxAge }
  const seats = seating?.capacity ?? null
  const lessons = seating?.slotMinutes === undefined ? row.lessons : wholeVisits(row.lessons)
  return {
    ...{ activityId, version, category, audience, isCancelled: row.state === 'cancelled' },
    per: seating?.per ?? (row.lessons.length > 1 ? 'term' : 'occurrence'),
    stands: { title, host, place, seats, ages, feeFen, lessons },
    last: row.read && row.said ? { read: row.read, said: row.said } : null,
    ...{ importKey: row.importKey, whenWords: row.whenWords, position: row.position },
  }
}

/** Slots that follow each other, as the one visit that they are cut from. */
function wholeVisits(slots: readonly StandingLesson[]): StandingLesson[] {
  const visits: StandingLesson[] = []
  for (const slot of slots) {
    const last = visits[visits.length - 1]
    if (last?.endsAt === slot.startsAt) last.endsAt = slot.endsAt
    else visits.push({ ...slot })
  }
  return visits
}

/**
 * Lets nobody else take a timetable of this centre in until the transaction ends: two who publish the
 * same sheet at once see one after the other what stands.
 */
export async function holdTimetable(client: PoolClient, centreId: string): Promise<void> {
  await client.query({ name: 'timetable.hold', text: HOLD, values: [centreId] })
}

/** The keys that name classes of this centre in its sheets. */
export async function importKeys(client: PoolClient, centreId: string): Promise<Set<string>> {
  const { rows } = await client.query<{ key: string }>({
    name: 'timetable.keys',
    text: KEYS,
    values: [centreId],
  })
  return new Set(rows.map(({ key }) => key))
}

/** What an import read and made of a class. */
export interface ImportedClass {
  activityId: string
  read: Read
  said: Said
  whenWords: string | null
  position: number
}

/** Keeps what an import made of its classes, in place of what the import before did. */
export async function keepClasses(
  client: PoolClient,
  { centreId, importedBy }: { centreId: string; importedBy: string },
  classes: readonly ImportedClass[],
  now: Date,
): Promise<void> {
  await client.query({
    name: 'timetable.keep',
    text: KEEP,
    values: [
      ...[centreId, importedBy, now, classes.map(({ activityId }) => activityId)],
      ...[classes.map(({ read }) => JSON.stringify(read))],
      ...[classes.map(({ said }) => JSON.stringify(said))],
      ...[classes.map(({ whenWords }) => whenWords), classes.map(({ position }) => position)],
    ],
  })
}

const CLASSES = `
select activity.activity_id as "activityId", activity.version, activity.state, activity.title,
  activity.host, activity.place, activity.category, activity.audience,
  activity.min_age as "minAge", activity.max_age as "maxAge", activity.fee_fen as "feeFen",
  activity.seating, activity.import_key as "importKey", imported.read, imported.said,
  imported.when_words as "whenWords", imported.position,
  coalesce((
    select jsonb_agg(jsonb_build_object(
        'startsAt', round(extract(epoch from lesson.starts_at) * 1000),
        'endsAt', round(extract(epoch from lesson.ends_at) * 1000),
        'place', lesson.place) order by lesson.starts_at)
    from changlai.occurrence as lesson
    where lesson.centre_id = activity.centre_id and lesson.activity_id = activity.activity_id
      and lesson.guest_of is null and lesson.state <> 'cancelled'
      and (activity.lessons is not null or activity.rule ? 'until' or activity.rule ? 'count'
        or activity.rule ->> 'frequency' = 'dates'
        or (lesson.starts_at >= $2::timestamptz and lesson.starts_at < $3::timestamptz))
  ), '[]'::jsonb) as lessons
from changlai.activity
left join changlai.timetable_class as imported
  on imported.centre_id = activity.centre_id and imported.activity_id = activity.activity_id
where activity.centre_id = $1 and activity.state <> 'draft'
  and activity.seating ->> 'intake' is null
  and (activity.state = 'published' or imported.activity_id is not null)
  and exists (
    select from changlai.occurrence as lesson
    where lesson.centre_id = activity.centre_id and lesson.activity_id = activity.activity_id
      and lesson.ends_at >= $2::timestamptz and lesson.starts_at < $3::timestamptz
      and lesson.guest_of is null
      and (lesson.state <> 'cancelled' or imported.activity_id is not null))
order by imported.position nulls last, activity.title, activity.activity_id`

const HOLD = `
select from changlai.centre where centre_id = $1 for no key update`

const KEYS = `
select import_key as key from changlai.activity
where centre_id = $1 and import_key is not null`

const KEEP = `
insert into changlai.timetable_class
  (centre_id, activity_id, read, said, when_words, position, imported_at, imported_by)
select $1, one.activity_id, one.read::jsonb, one.said::jsonb, one.when_words, one.position,
  $3::timestamptz, $2::uuid
from unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::integer[])
  as one (activity_id, read, said, when_words, position)
on conflict (centre_id, activity_id) do update
set read = excluded.read, said = excluded.said, when_words = excluded.when_words,
  position = excluded.position, imported_at = excluded.imported_at,
  imported_by = excluded.imported_by`
