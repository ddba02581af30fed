import type { Handler } from '@/cloud/handler'
import { writeAnswers } from '@/cloud/store/queries/alerts/acceptances'
import { commandInTransaction } from '../command-in-transaction'
import { standingOnTheWire } from './standing'

/** Writes down what somebody answered WeChat by one tap. */
export const acceptAlerts: Handler<'alerts.accept'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const templates = dependencies.alerts?.templates ?? {}
    const unknown = input.answers.find(({ template }) => !templates[template])
    if (unknown) return { refusal: { code: 'NOT_OFFERED', facts: { template: unknown.template } } }
    await writeAnswers(client, intent, input.answers, now)
    return { value: { templates: await standingOnTheWire(client, templates, intent.personId) } }
  })
