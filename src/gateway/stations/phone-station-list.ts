import { call } from '../call/call'
import { serverNow } from '../clock'
import { phoneStorage } from '../storage'
import { createStationList } from './station-list'

/** The list of all rest stations on this phone; it is nobody's own, so it stays when people change. */
export const stationList = createStationList({ call, storage: phoneStorage, now: serverNow })
