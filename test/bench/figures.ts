/**
 * How long the figures of a centre take with 500 activities and 20,000 bookings in 24 months, 80,000
 * marks among them. Nothing is added up in advance, so there is nothing to compare with: it is measured.
 */
import pg from 'pg'
import { createDispatch } from '../../src/cloud/dispatch'
import { fixedClock } from '../../src/cloud/clock'
import type { Input } from '../../src/contract'
import { testDatabase } from '../support/database'
import start from '../support/database-server-start'
import stop from '../support/database-server-stop'
import { silentLog } from '../support/silent-log'

const NOW = Date.parse('2026-11-22T09:00:00+08:00')

const FILL = `
insert into changlai.centre (centre_id, position, name, short_name, address, lat, lng, phone, hours)
values ('c1', 1, '示例', '示例', '示例', 34.7, 113.6, '0', '[]');
insert into changlai.activity
  (centre_id, activity_id, title, category, audience, description, host, place, rule)
select 'c1', 'c1.a' || n, '示例', (array['lecture', 'skills', 'club', 'children'])[n % 4 + 1],
  (array['everyone', 'elders', 'children'])[n % 3 + 1], '', '', '', '{}'
from generate_series(1, 500) n;
insert into changlai.pool (centre_id, pool_id, activity_id, capacity, opens_at, closes_at, cancel_until,
  starts_at, ends_at)
select 'c1', 'c1.p' || n, 'c1.a' || n, 50, t - interval '20 days', t, t, t, t + interval '22 days'
from generate_series(1, 500) n,
  lateral (select timestamptz '2024-12-05 10:00+08' + n * interval '33 hours' as t) as begins;
insert into changlai.occurrence
  (centre_id, occurrence_id, activity_id, pool_id, day, starts_at, ends_at, original_starts_at, place)
select 'c1', pool_id || '-' || n, activity_id, pool_id, (t at time zone 'Asia/Shanghai')::date, t,
  t + interval '1 hour', t, ''
from changlai.pool, generate_series(0, 3) n,
  lateral (select starts_at + n * interval '7 days' as t) as begins;
insert into changlai.person (person_id) select gen_random_uuid() from generate_series(1, 3000);
insert into changlai.booking
  (centre_id, booking_id, pool_id, person_id, status, check_in_code, booked_at)
select 'c1', 'c1.b' || n, 'c1.p' || n % 500 + 1, w.person_id, 'booked',
  upper(translate(lpad(to_hex(n), 8, '0'), '01', 'XY')), timestamptz '2026-11-01 09:00+08'
from generate_series(1, 20000) n
join (select row_number() over () as r, person_id from changlai.person) w
  on w.r = (n + n / 500) % 3000 + 1;
insert into changlai.booking_attendee
  (centre_id, booking_id, person_id, pool_id, holder_id, status)
select centre_id, booking_id, person_id, pool_id, person_id, 'booked' from changlai.booking;
insert into changlai.attendance
  (centre_id, occurrence_id, person_id, booking_id, mark, means, marked_at)
select o.centre_id, o.occurrence_id, a.person_id, a.booking_id,
  (array['present', 'absent', 'late'])[ascii(right(a.booking_id, 1)) % 3 + 1], 'roster', o.starts_at
from changlai.occurrence o join changlai.booking_attendee a using (centre_id, pool_id);
analyze;
`

const PROJECT = { globals: { testServer: 'cloud' } }
const WHOLE = { from: '2024-12', to: '2026-11' }

async function main(): Promise<void> {
  await start(null, PROJECT)
  Object.assign(globalThis, PROJECT.globals)
  const database = await testDatabase()
  const owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  await owner.query(FILL)
  const { store } = database
  const dispatch = createDispatch({ store, clock: fixedClock(NOW), log: silentLog })
  const ask = async (operation: string, input: object) => {
    const request = { operation, input, client: '1.0.0' }
    const { answer } = await dispatch({
      request,
      identity: { provider: 'local', subject: 'staff' },
    })
    const { ok, code } = answer as { ok: boolean; code?: string }
    if (!ok) throw new Error(code)
  }
  await ask('me.get', {})
  await owner.query(`insert into changlai.role_grant (centre_id, person_id, role)
    select '*', person_id, 'district' from changlai.person_identity`)
  await owner.end()
  const year: Input<'figures.centre'> = { centreId: 'c1', ...WHOLE }
  await measure('a centre, 24 months', () => ask('figures.centre', year))
  const half = { ...year, from: '2026-06' }
  await measure('a centre, 6 months', () => ask('figures.centre', half))
  await measure('the district, 24 months', () => ask('figures.district', WHOLE))
  await database.drop()
  await stop(null, PROJECT)
}

/** Says the median of some rounds, after those in which the database settles on its plans. */
async function measure(what: string, once: () => Promise<void>): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < 17; round += 1) {
    const begun = performance.now()
    await once()
    if (round >= 6) times.push(performance.now() - begun)
  }
  const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
  process.stdout.write(`${what.padEnd(26)} ${Math.round(median)} ms\n`)
}

void main()
