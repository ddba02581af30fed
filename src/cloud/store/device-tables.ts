import type { Browser } from '@/domain/devices/browser'
import type { SignInState } from '@/domain/devices/sign-in'
import type { Instant, InstantOrNull, Json } from './columns'

export interface DeskSignInTable extends Browser {
  request_key: string
  secret_hash: Buffer
  code: string
  check_number: string
  choices: Json
  state: SignInState
  person_id: string | null
  began_at: Instant
  expires_at: Instant
  polled_at: InstantOrNull
  poll_after_ms: number
}

export interface DeskSessionTable extends Browser {
  session_id: string
  person_id: string
  token_hash: Buffer
  began_at: Instant
  seen_at: Instant
  ended_at: InstantOrNull
}
