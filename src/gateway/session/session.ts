import { createStore } from 'zustand/vanilla'
import { forget, intents, turnedAway } from '../call/call'
import { copies } from '../copies/phone-copies'
import { SEALED_KEY } from '../sealed/sealed-key'
import { phoneStorage } from '../storage'
import { isDesk, markDesk } from './desk-mark'
import { COOKIE, personaOfCookies } from './persona-cookie'

/** A made-up person of the local host, to try the product as. */
export interface Persona {
  name: string
  label: string
  /** What this persona is for, in a few words. */
  note: string
}

/**
 * Who the local host takes us for; null where the platform itself says it, or for a visitor. `desk`:
 * somebody signed in at this browser with their phone.
 */
export const session = createStore<{ persona: string | null; desk: boolean; since: number }>(
  () => ({
    persona: process.env.TARO_ENV === 'h5' ? personaOfCookies(document.cookie) : null,
    desk: isDesk(),
    since: 0,
  }),
)

/** The personas that the local host offers; none on every other host and in the mini-program. */
export async function personas(): Promise<Persona[]> {
  if (process.env.TARO_ENV !== 'h5') return []
  try {
    const response = await fetch(`${process.env.API_BASE}/local/personas`)
    if (!response.ok) return []
    const body = (await response.json()) as { value?: { personas?: Partial<Persona>[] } }
    return (body.value?.personas ?? []).flatMap(({ name, label, note }) =>
      typeof name === 'string' ? [{ name, label: label ?? name, note: note ?? '' }] : [],
    )
  } catch {
    return []
  }
}

/** Becomes another persona (null: a visitor): nothing private of the one before stays behind. */
export function becomePersona(name: string | null): void {
  become(name, false)
}

/** At this desk somebody is signed in (true), or nobody any more: nothing of the one before stays. */
export function signedInAtDesk(on: boolean): void {
  become(null, on)
}

function become(name: string | null, desk: boolean): void {
  if (process.env.TARO_ENV !== 'h5') return
  const value = name === null ? '; max-age=0' : `${encodeURIComponent(name)}; max-age=31536000`
  document.cookie = `${COOKIE}=${value}; path=/; samesite=lax`
  markDesk(desk)
  anew(name, desk)
}

/** Whoever holds this phone has erased their account and is somebody new: nothing of before stays. */
export function beginAnew(): void {
  const { persona, desk } = session.getState()
  anew(persona, desk)
}

function anew(persona: string | null, desk: boolean): void {
  forget()
  intents.clear()
  copies.forgetPrivate()
  // What was sealed with it is lost with it.
  phoneStorage.remove(SEALED_KEY)
  session.setState(({ since }) => ({ persona, desk, since: since + 1 }))
}

if (process.env.TARO_ENV === 'h5') {
  turnedAway.subscribe(() => {
    if (session.getState().desk) signedInAtDesk(false)
  })
}

/**
 * Whether anybody is known to ask: always in the mini-program, in H5 once a persona is chosen or
 * somebody signed in at the desk.
 */
export function signedIn(): boolean {
  if (process.env.TARO_ENV !== 'h5') return true
  const { persona, desk } = session.getState()
  return persona !== null || desk
}
