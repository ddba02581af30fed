import { localDoor } from '../../support/local-host'
import { bookingBehaviour } from './booking-behaviour'

describe('booking through the local host', () => bookingBehaviour(localDoor))
