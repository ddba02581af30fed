import type { Handler } from '@/cloud/handler'
import { letterheadOf, shortNameOfCentre } from '@/cloud/store/queries/centres'
import { copyActivities, writeCentre } from '@/cloud/store/queries/open-centre'
import { commandInTransaction } from '../command-in-transaction'

/** For the district: opens a centre, after another one if a template is named. */
export const openCentre: Handler<'centres.open'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client) => {
    const { centreId, template } = input
    if (template !== null && (await shortNameOfCentre(dependencies.store.db, template)) === null) {
      return { refusal: { code: 'NOT_FOUND', facts: { what: 'template' } } }
    }
    if (!(await writeCentre(client, input))) {
      const { name } = await letterheadOf(client, centreId)
      return { refusal: { code: 'CENTRE_ID_TAKEN', facts: { name } } }
    }
    const drafts = template === null ? 0 : await copyActivities(client, centreId, template)
    return { value: { centreId, drafts } }
  })
