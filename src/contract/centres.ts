import * as v from 'valibot'
import { CentreId, Cursor, Location, NextPage } from './fields'
import { query } from './operation'

/** Opening hours after schema.org OpeningHoursSpecification; `days` are ISO weekdays (1 Monday … 7 Sunday). */
export const OpeningHours = v.array(
  v.object({ days: v.array(v.number()), opens: v.string(), closes: v.string() }),
)

export const Centre = v.object({
  centreId: CentreId,
  name: v.string(),
  shortName: v.string(),
  address: v.string(),
  location: Location,
  phone: v.string(),
  hours: OpeningHours,
})

/** Every centre of this deployment, in the district's order; pages of 100. */
export const list = query(
  v.strictObject({ after: v.optional(Cursor) }),
  v.object({ centres: v.array(Centre), after: NextPage }),
  {},
)
