import type { Output } from '@/contract'
import type { KeptAnswer, Settling } from '../store/queries/answered-requests'
import type { FoundPerson } from '../store/queries/away/visits'
import type { SeatQuestion, SeatWish } from '../store/queries/seats/wish'
import type { Joined } from '../store/queries/waitlist/join'
import type { WhyNot } from '../store/queries/seats/why-not-taken'
import type { Door } from './door'
import type { NoSeats, SoldOutPools } from './sold-out'

/** What a host that answers many at once asks of the database together. */
export interface Groups {
  /** Null when it took nothing for a reason that is to be asked for. */
  takeSeat: (
    wish: SeatWish,
  ) => Promise<{ answer: Output<'seats.book'> } | { soldOut: NoSeats } | null>
  whyNoSeat: (question: SeatQuestion) => Promise<WhyNot>
  /** Null when others for the same person were always quicker: to be asked alone. */
  joinList: (wish: SeatQuestion) => Promise<Joined | null>
  settleAnswer: (settling: Settling) => Promise<KeptAnswer>
  /** The person whom a platform names so, made at first sight. */
  personOfIdentity: (identity: { provider: string; subject: string }) => Promise<FoundPerson>
  /** Writes down that somebody is here. */
  noteVisit: (personId: string) => Promise<void>
  soldOut: SoldOutPools
  door: Door
  end: () => void
}
