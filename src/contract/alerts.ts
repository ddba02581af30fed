import * as v from 'valibot'
import { ALERT_ANSWERS, TEMPLATES } from '@/domain/alerts/purpose'
import { Cursor, Instant, NextPage } from './fields'
import { command, query } from './operation'

const Template = v.picklist(TEMPLATES)

/** How it stands with the person who asks and a template that this deployment has. */
const Standing = v.object({
  template: Template,
  /** What wx.requestSubscribeMessage is asked with. */
  templateId: v.string(),
  /** How many messages of it they accepted that were not sent yet. */
  left: v.number(),
  /** What they said last; null where they were not asked. */
  answer: v.nullable(v.picklist(ALERT_ANSWERS)),
})

/**
 * Which messages WeChat can be asked to bring to the person who asks; none where the deployment has no
 * templates, or at a desk. `local`: the local host stands in WeChat's place, and keeps what it delivers.
 */
export const mine = query(
  v.strictObject({}),
  v.object({ templates: v.array(Standing), local: v.boolean() }),
  {},
)

/** What somebody answered WeChat by one tap: one acceptance is one message. */
export const accept = command(
  v.strictObject({
    answers: v.pipe(
      v.array(v.strictObject({ template: Template, answer: v.picklist(ALERT_ANSWERS) })),
      v.minLength(1),
      v.maxLength(TEMPLATES.length),
      v.check(
        (answers) => new Set(answers.map(({ template }) => template)).size === answers.length,
        'REPEATED',
      ),
    ),
  }),
  v.object({ templates: v.array(Standing) }),
  /** This deployment has no such template. */
  { NOT_OFFERED: v.object({ template: Template }) },
)

/** What the local host delivered in WeChat's place, newest first; pages of 20. Nothing anywhere else. */
export const delivered = query(
  v.strictObject({ after: v.optional(Cursor) }),
  v.object({
    delivered: v.array(
      v.object({
        alertId: v.string(),
        template: Template,
        /** The fields of the message, each a short line. */
        lines: v.array(v.string()),
        deliveredAt: Instant,
      }),
    ),
    after: NextPage,
  }),
  {},
)
