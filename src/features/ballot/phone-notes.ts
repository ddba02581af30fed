import { copies } from '@/gateway/copies/phone-copies'
import { notedHashes } from './noted-hash'

/** What this phone noted of the lists of ballots. */
export const notes = notedHashes(copies)
