import type { PoolClient } from 'pg'
import type { Browser } from '@/domain/devices/browser'

export interface SeenSignIn extends Browser {
  /** In milliseconds. */
  beganAt: number
  expiresAt: number
  choices: string[]
}

/** The sign-in with a code, from now on this person's to decide; null where it is not, or is over. */
export async function lookAtSignIn(
  client: PoolClient,
  personId: string,
  code: string,
  now: Date,
): Promise<SeenSignIn | null> {
  const { rows } = await client.query<SeenSignIn>({
    name: 'desk-sign-ins.look',
    text: LOOK,
    values: [personId, code, now],
  })
  return rows[0] ?? null
}

/**
 * Decides a sign-in that this person looked at: approved by the number on the desk's screen, refused
 * by any other and by null. Null where there is nothing for them to decide.
 */
export async function decideSignIn(
  client: PoolClient,
  personId: string,
  { code, check }: { code: string; check: string | null },
  now: Date,
): Promise<(Browser & { state: 'approved' | 'refused' }) | null> {
  const { rows } = await client.query<Browser & { state: 'approved' | 'refused' }>({
    name: 'desk-sign-ins.decide',
    text: DECIDE,
    values: [personId, code, now, check],
  })
  return rows[0] ?? null
}

const LOOK = `
update changlai.desk_sign_in
set state = 'seen', person_id = $1
where code = $2 and expires_at > $3::timestamptz
  and (state = 'waiting' or state = 'seen' and person_id = $1)
returning browser, system, began_at as "beganAt", expires_at as "expiresAt", choices`

const DECIDE = `
update changlai.desk_sign_in
set state = case when check_number = $4::text then 'approved' else 'refused' end
where code = $2 and person_id = $1 and state = 'seen' and expires_at > $3::timestamptz
returning browser, system, state`
