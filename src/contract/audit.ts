import * as v from 'valibot'
import { CalendarDate, Cursor, Instant, NextPage } from './fields'
import { query } from './operation'
import { Role, RolePlace, WorkerKey } from './roles'

/** What a name on the wire or a part of it looks like: `attendance`, `attendance.mark`. */
const OperationText = v.pipe(
  v.string(),
  v.regex(/^[a-z][A-Za-z]{1,24}(?:\.[a-z][A-Za-z]{1,32})?$/, 'OPERATION'),
)

/** What a key of anything looks like that an operation was done to. */
const Target = v.pipe(v.string(), v.regex(/^[*a-z][a-zA-Z0-9.-]{0,63}$/, 'TARGET'))

/**
 * For directors: what was asked by a role in a place, the newest first; pages of 50. `from` and `to`
 * are days in Asia/Shanghai, both counted. `what` is an area or one operation, `target` the key of one
 * thing that something was done to. Reading it is written down as well.
 */
export const search = query(
  v.strictObject({
    centreId: RolePlace,
    from: v.optional(CalendarDate),
    to: v.optional(CalendarDate),
    what: v.optional(OperationText),
    workerKey: v.optional(WorkerKey),
    target: v.optional(Target),
    after: v.optional(Cursor),
  }),
  v.object({
    entries: v.array(
      v.object({
        entryId: v.string(),
        at: Instant,
        workerKey: WorkerKey,
        nickname: v.nullable(v.string()),
        /** The role by which it was asked. */
        role: Role,
        /** An operation of the wire, perhaps one that there is no more. */
        operation: v.string(),
        target: v.string(),
        facts: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
        /** `read` for a query; `unfinished` for a command that has not been answered. */
        outcome: v.picklist(['read', 'done', 'refused', 'unfinished']),
        /** The code that it was refused with. */
        refused: v.nullable(v.string()),
        /** Whose role it was about, where it was about one; null where that is not known. */
        about: v.nullable(v.object({ nickname: v.nullable(v.string()), role: Role })),
      }),
    ),
    after: NextPage,
  }),
  {},
)
