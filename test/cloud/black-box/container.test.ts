import { containerDoor } from '../../support/container-host'
import { bookingBehaviour } from './booking-behaviour'

describe('booking through the container host', () => bookingBehaviour(containerDoor))
