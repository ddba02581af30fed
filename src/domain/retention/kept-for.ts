/** For how many days what is kept about somebody is kept; the jobs that forget take their times from here. */
export const KEPT_FOR_DAYS = {
  /** The answer of a command, for a retry: the contract promises one day. */
  answers: 2,
  /** A file that nothing has taken up. */
  files: 1,
  /** A code that was read out, and wrong tries. */
  codes: 1,
  /** What somebody said of a rest station. */
  stationReports: 90,
  /** Where somebody was signed in, after it ended. */
  desks: 7,
  /** What was written in a consultation, after it ended. */
  consultationText: 180,
  /** That there was a consultation, after it ended. */
  consultations: 3 * 365,
  /** Whom a professional has met. */
  partiesMet: 730,
  /** Whose a seat, a mark or a place in line was, after the last lesson. */
  bookings: 730,
  /** Who took part in a draw; odds look back on five terms at most. */
  draws: 3 * 365,
  /** A strike, after it stopped to count. */
  strikes: 365,
  notices: 365,
  /** A message by WeChat, after it was sent or dropped: for whoever asks why nothing came. */
  alerts: 30,
  /** That somebody accepted one, from the tap on: the platform may have forgotten it too. */
  alertAcceptances: 365,
  /** A role that ended, an invitation, and what was done by a role (个人信息保护法 §56). */
  roles: 3 * 365,
  /** A family member that was removed, once no booking names them. */
  removedFamily: 730,
  /**
   * The account of somebody who does not come any more, from their last visit on: as long as what is
   * kept longest of a resident (draws, consultations), and as a claim can be brought (民法典 §188).
   */
  accounts: 3 * 365,
  /** From the day on which it is found that they have been away so long, until they are erased. */
  leaving: 30,
} as const
