import type { OperationName } from '@/contract'
import type { Handler } from '@/cloud/handler'
import { getActivity } from './activities/get'
import { listActivities } from './activities/list'
import { listCalendar } from './calendar/list'
import { listCentres } from './centres/list'
import { getMe } from './me/get'
import { updateMe } from './me/update'
import { bookSeat } from './seats/book'
import { cancelSeat } from './seats/cancel'
import { mySeats } from './seats/mine'

/** The tables of rest stations come with the next step of the schema. */
const withoutTables = () => Promise.reject(new Error('This schema has no rest stations yet'))

/** The handler of every operation of the contract. */
export const handlers: { readonly [N in OperationName]: Handler<N> } = {
  'centres.list': listCentres,
  'calendar.list': listCalendar,
  'activities.list': listActivities,
  'activities.get': getActivity,
  'seats.book': bookSeat,
  'seats.cancel': cancelSeat,
  'seats.mine': mySeats,
  'stations.list': withoutTables,
  'stations.get': withoutTables,
  'stations.changes': withoutTables,
  'stations.report': withoutTables,
  'stations.confirm': withoutTables,
  'stations.mine': withoutTables,
  'stations.tasks': withoutTables,
  'stations.settle': withoutTables,
  'me.get': getMe,
  'me.update': updateMe,
}
