import type { ComponentType } from 'react'
import * as drawn from './shows/drawn'
import * as fields from './shows/fields'
import * as lists from './shows/lists'
import * as over from './shows/over'
import * as said from './shows/said'
import * as tapped from './shows/tapped'
import * as time from './shows/time'

/** Every part by its name in src/ui, in the order in which it is shown. */
export const SHOWS: Record<string, ComponentType> = {
  ...tapped,
  ...fields,
  ...lists,
  ...said,
  ...drawn,
  ...time,
  ...over,
}

/** The id of a part on the page. */
export const placeOf = (name: string): string => `part-${name}`
