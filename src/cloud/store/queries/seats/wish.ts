import type { Intent } from '@/cloud/intent'

/** What somebody wants when booking seats. */
export interface SeatWish {
  /** Who asks: whoever gets the answer. */
  intent: Intent
  poolId: string
  evenIfClashes: boolean
  /** `self` for the holder, and members of the holder's family; the holder alone when left out. */
  attendeeIds?: readonly string[] | undefined
  /** Whose booking it will be; that of whoever asks when left out. */
  holderId?: string
  /** The form of a pool that is booked through one alone has been filled in. */
  throughIntake?: boolean
  /**
   * Whoever asks may be told that there is no seat without that being written down: they ask for
   * themselves alone, and for the first time.
   */
  toldUnwritten?: boolean
  /** The caller writes an answer of its own down in the same transaction. */
  answersItself?: boolean
  /** Made of random bytes for this try. */
  bookingId: string
  checkInCode: string
  now: Date
}

/** What a pool without a seat is, where that is all there is to say. */
export interface SoldOut {
  capacity: number
  waiting: number
  /** Instants in milliseconds. */
  opensAt: number
  closesAt: number
  /** Of its row: another as soon as anything of it is written, so also with every seat. */
  version: string
}

/** The same without what is drawn for each try. */
export type SeatQuestion = Omit<SeatWish, 'bookingId' | 'checkInCode'>
