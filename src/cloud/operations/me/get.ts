import type { Handler } from '@/cloud/handler'
import { me } from '@/cloud/store/queries/people'
import { personOf } from '../person'

/** What is kept about the person who asks. */
export const getMe: Handler<'me.get'> = async ({ actor, dependencies }) => {
  const value = await me(dependencies.store.pool, personOf(actor))
  if (!value) throw new Error('The person who asks was deleted')
  return { value }
}
