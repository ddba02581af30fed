import { call } from '../call/call'
import { serverNow } from '../clock'
import { copies } from '../copies/phone-copies'
import { session } from '../session/session'
import { createAnswers } from './answers'

/** The answers that the screens of this phone share. */
export const answers = createAnswers({ call, copies, now: serverNow })

session.subscribe(() => answers.forget())
