import { useCallback } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { session } from '@/gateway/session/session'

const typed = createStore<Readonly<Record<string, unknown>>>(() => ({}))
// Another person at the phone: nothing of the one before is shown.
session.subscribe(() => typed.setState({}, true))

/** What somebody has typed, how to change it, and how to let go of it once it was sent. */
type Typed<T> = [T, (next: T | ((before: T) => T)) => void, () => void]

/**
 * What somebody types into a form, by the form's name: it is there again when they come back, however
 * they left, as long as the app runs. Nothing of it is written down; a kept draft outlives the app.
 */
export function useTyped<T>(name: string, empty: T): Typed<T> {
  const known = useStore(typed, (all) => all[name]) as T | undefined
  const change = useCallback<Typed<T>[1]>(
    (next) =>
      typed.setState((all) => {
        const before = name in all ? (all[name] as T) : empty
        return { [name]: next instanceof Function ? next(before) : next }
      }),
    // oxlint-disable-next-line react/exhaustive-deps -- what is empty goes with the name
    [name],
  )
  const drop = useCallback(
    () => typed.setState(({ [name]: _sent, ...others }) => others, true),
    [name],
  )
  return [known === undefined ? empty : known, change, drop]
}
