import { functionDoor } from '../../support/function-host'
import { bookingBehaviour } from './booking-behaviour'

describe('booking through the cloud function', () =>
  bookingBehaviour((databaseUrl) => functionDoor('api', { DATABASE_URL: databaseUrl })))
