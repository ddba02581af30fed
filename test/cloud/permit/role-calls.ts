import type { OperationName } from '../../../src/contract'
import type { Store } from '../../../src/cloud/store'
import { aCentre } from '../../support/builders/programme'
import { type Caller, newRequestId, valueOf } from '../../support/builders/caller'

type Target = 'own' | 'strangers' | 'none'
type RoleName = Extract<OperationName, `roles.${string}` | `audit.${string}`>
export type RoleCalls = Record<RoleName, (target: Target) => Promise<object>>

interface Place {
  store: Store
  centreId: string
  as: (actor: string) => Caller
}

/** A call of each operation on roles, of somebody who is nobody of the actors. */
export function roleCalls(place: () => Place): RoleCalls {
  let away: string | null = null

  /** What a director has made here; the last of them are ended, so that there is room for another. */
  async function anInvitation() {
    const director = place().as('director-here')
    const { centreId } = place()
    const { invitations } = valueOf(await director('roles.invitations', { centreId }))
    for (const { invitationId } of invitations) {
      valueOf(await director('roles.revokeInvitation', { invitationId }))
    }
    const wish = { centreId, role: 'volunteer', note: '示例阿姨' } as const
    return valueOf(await director('roles.invite', wish))
  }

  return {
    'roles.list': async () => ({ centreId: place().centreId }),
    'roles.invitations': async () => ({ centreId: place().centreId }),
    'roles.invite': async () => {
      await anInvitation()
      return { centreId: place().centreId, role: 'staff', note: '示例' }
    },
    'roles.revokeInvitation': async (target) =>
      target === 'none'
        ? { invitationId: `${place().centreId}.${'a'.repeat(16)}` }
        : { invitationId: (await anInvitation()).invitationId },
    'roles.invitation': async () => ({ code: (await anInvitation()).code! }),
    'roles.accept': async () => {
      const { store, as } = place()
      // In a centre where nothing else is asked, so that nobody may do more afterwards.
      away ??= await aCentre(store)
      await store.pool.query('delete from changlai.role_grant where centre_id = $1', [away])
      const wish = { centreId: away, role: 'volunteer', note: '示例' } as const
      const { code } = valueOf(await as('district-everywhere')('roles.invite', wish))
      return { code: code! }
    },
    'roles.remove': async (target) => {
      const { centreId, as } = place()
      if (target === 'none') return { grantId: `${centreId}.${'0'.repeat(20)}-volunteer` }
      const { code } = await anInvitation()
      valueOf(await as(`invited-${newRequestId()}`)('roles.accept', { code: code! }))
      const { grants } = valueOf(await as('director-here')('roles.list', { centreId }))
      const given = grants.find(({ role, since }) => role === 'volunteer' && since !== null)
      return { grantId: given!.grantId }
    },
    'audit.search': async () => ({ centreId: place().centreId }),
  }
}
