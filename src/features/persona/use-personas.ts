import { useEffect } from 'react'
import { create } from 'zustand'
import { type Persona, personas, session } from '@/gateway/session/session'
import { useStore } from 'zustand'

const useOffered = create<{ list: Persona[] | null }>(() => ({ list: null }))

/** The made-up people of the local host; an empty list everywhere else. */
export function usePersonas(): { offered: Persona[]; current: string | null } {
  const { list } = useOffered()
  const current = useStore(session, ({ persona }) => persona)
  useEffect(() => {
    if (list === null) void personas().then((found) => useOffered.setState({ list: found }))
  }, [list])
  return { offered: list ?? [], current }
}
