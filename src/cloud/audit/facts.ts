import type { Input, OperationName } from '@/contract'

type Fields = { readonly [N in OperationName]?: readonly (keyof Input<N> & string)[] }

/**
 * Which fields of an operation's input the audit keeps: choices out of a list, days, months, numbers
 * and keys, and never what somebody wrote. What is not named here is not kept; test/cloud/audit holds
 * every field to that.
 */
export const FACTS: Fields = {
  'queue.call': ['number'],
  'queue.mark': ['number', 'state'],
  'attendance.lessons': ['day'],
  'attendance.mark': ['mark', 'attendeeKey'],
  'attendance.settle': ['state'],
  'lessons.move': ['startsAt', 'endsAt'],
  'ballot.announce': ['numberAt'],
  'limits.set': ['activityId', 'coursesPerTerm', 'seatsPerTerm', 'residentsFirstUntil'],
  'figures.centre': ['from', 'to'],
  'figures.district': ['from', 'to'],
  'centres.open': ['centreId', 'template'],
  'notices.previewMessage': ['poolId'],
  'notices.send': ['poolId'],
  'stations.settle': ['settlement'],
  'stations.previewImport': ['datum'],
  'stations.import': ['datum'],
  'casework.list': ['which'],
  'casework.close': ['outcome'],
  'casework.officeHours': ['service', 'month'],
  'casework.publishHours': ['service', 'month'],
  'staff.importTimetable': ['year'],
  'roles.invite': ['role'],
  'audit.search': ['from', 'to', 'what', 'workerKey', 'target'],
}

/** What the audit keeps of an input beside its target. */
export function factsOf(operation: OperationName, input: unknown): Record<string, unknown> {
  const fields = (FACTS[operation] ?? []) as readonly string[]
  const given = input as Record<string, unknown>
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = given[field]
      const kept = ['string', 'number', 'boolean'].includes(typeof value)
      return kept ? [[field, value]] : []
    }),
  )
}
