import { inflateSync, strFromU8 } from 'fflate'
import { unpackStations } from '@/domain/stations/packed-list'
import type { StationBrief } from '@/domain/stations/station'
import { bytesOfBase64 } from './base64'

/**
 * The stations of a packed list as it comes over the wire: domain/stations/packed-list, deflated
 * (RFC 1951) and in base64. Throws for anything else.
 */
export function unpack(packed: string): StationBrief[] {
  return unpackStations(strFromU8(inflateSync(bytesOfBase64(packed))))
}
