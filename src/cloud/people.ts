import type { Dependencies } from './handler'
import { type FoundPerson, noteVisits } from './store/queries/away/visits'
import { type NamedPerson, findPerson } from './store/queries/people'

/** What a host asks the database about who comes. */
export interface People {
  find: (identity: NamedPerson) => Promise<FoundPerson>
  /** Writes down that somebody is here; left out where they have come to another door of the host before. */
  note?: {
    /** Never rejects: who was here is written down when they are looked up the next time. */
    visit: (personId: string) => Promise<void>
    /** Whether the host goes on living once it has answered, so that nobody need wait for it. */
    beside: boolean
  }
}

/** The people of a host, asked for together where many come at once. */
export function peopleOf({
  store,
  log,
  groups,
}: Pick<Dependencies, 'store' | 'log' | 'groups'>): People {
  const visit = groups?.noteVisit ?? ((personId: string) => noteVisits(store.pool, [personId]))
  return {
    find: groups?.personOfIdentity ?? ((one) => findPerson(store.pool, one)),
    note: {
      visit: async (personId) => {
        try {
          await visit(personId)
        } catch (err) {
          log.warn({ err }, 'that somebody is here could not be written down')
        }
      },
      beside: groups !== undefined,
    },
  }
}
