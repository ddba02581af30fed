import { serverNow } from '../clock'
import { isDesk } from '../session/desk-mark'
import { phoneStorage } from '../storage'
import { createCopies } from './copies'

/** The copies that this phone keeps. */
export const copies = createCopies(phoneStorage, serverNow, () => !isDesk())
