import type { Input } from '@/contract'
import { Recent } from '../recent'
import type { ParsedRequest } from '../requests'
import type { NoSeats, SoldOutPools } from './sold-out'

/** What was told, and to which request. */
interface Told {
  poolId: string
  evenIfClashes: boolean
  noSeats: NoSeats
}

/** So many refusals at least are told again as they were, to whoever asks again. */
const MOST_TOLD = 20_000

/**
 * Where somebody who comes for a full pool is refused before it is asked who they are: in a rush most
 * come for those. It also keeps what was told from the memory of full pools, which is written down
 * nowhere, so that the same requestId hears the same although somebody has given a seat back since.
 */
export class Door {
  private readonly told = new Recent<Told>(MOST_TOLD)

  constructor(private readonly soldOut: SoldOutPools) {}

  /** What a full pool has for somebody by the platform's name; null to let the request in. */
  refusal(name: string, request: ParsedRequest, now: Date): NoSeats | null {
    const input = ofOneSeat(request)
    if (!input || this.told.get(keyOf(name, request))) return null
    const noSeats = this.soldOut.noSeatsFor(name, { poolId: input.poolId, now })
    if (noSeats) this.tell(name, request, noSeats)
    return noSeats
  }

  /** Keeps what is told to somebody who was let in. */
  tell(name: string, request: ParsedRequest, noSeats: NoSeats): void {
    const input = ofOneSeat(request)
    if (!input) return
    const { poolId, evenIfClashes = false } = input
    this.told.keep(keyOf(name, request), { poolId, evenIfClashes, noSeats })
  }

  /** What this very request was told before. Another host may have booked it since: that is asked first. */
  toldBefore(name: string, request: ParsedRequest): NoSeats | null {
    const input = ofOneSeat(request)
    const told = input && this.told.get(keyOf(name, request))
    if (!told) return null
    const { poolId, evenIfClashes = false } = input
    const isSame = told.poolId === poolId && told.evenIfClashes === evenIfClashes
    return isSame ? told.noSeats : null
  }
}

const keyOf = (name: string, { requestId }: ParsedRequest) => `${name} ${requestId}`

/** A seat for whoever asks and nobody else. Of a family each may be known in the pool. */
function ofOneSeat({ operation, input }: ParsedRequest): Input<'seats.book'> | null {
  if (operation !== 'seats.book') return null
  const wanted = input as Input<'seats.book'>
  return wanted.attendeeIds === undefined ? wanted : null
}
