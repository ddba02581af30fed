import { useEffect } from 'react'
import { create } from 'zustand'
import { inBrowser } from '@/gateway/device/in-browser'
import { type Persona, personas, session } from '@/gateway/session/session'
import { useStore } from 'zustand'

const useOffered = create<{ list: Persona[] | null }>(() => ({ list: null }))

/** The made-up people of the local host; an empty list everywhere else. */
export function usePersonas(): {
  offered: Persona[]
  current: string | null
  /** Somebody signed in at this browser with their phone. */
  atDesk: boolean
  /** A browser in which somebody may sign in, or out. */
  signsIn: boolean
} {
  const { list } = useOffered()
  const { persona: current, desk: atDesk } = useStore(session)
  useEffect(() => {
    if (list === null) void personas().then((found) => useOffered.setState({ list: found }))
  }, [list])
  return { offered: list ?? [], current, atDesk, signsIn: inBrowser && current === null }
}
