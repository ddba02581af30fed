import type { Dependencies } from '@/cloud/handler'
import { cutOldNames } from './cut-old-names'
import { extendProgramme } from './extend-programme'
import { forgetAgedRows } from './forget-aged'
import { forgetAnsweredRequests } from './forget-answered-requests'
import { forgetAudit } from './forget-audit'
import { forgetConsultations } from './forget-consultations'
import { forgetDesks } from './forget-desks'
import { forgetSpokenCodes } from './forget-spoken-codes'
import { forgetStationReports } from './forget-station-reports'
import { forgetUploadedFiles } from './forget-uploaded-files'
import { closeBallots, drawBallots } from './hold-ballots'
import { judgeAbsences } from './judge-absences'
import { lapseContests } from './lapse-contests'
import { lapseDoubts } from './lapse-doubts'
import { passSeatsOn } from './pass-seats-on'
import { seatGuests } from './seat-guests'

/** What was done in one pass. */
export interface JobsDone {
  occurrencesAdded: number
  requestsForgotten: number
  doubtsLapsed: number
  reportsForgotten: number
  filesForgotten: number
  codesForgotten: number
  auditForgotten: number
  desksForgotten: number
  consultationsForgotten: number
  ballotsClosed: number
  ballotsDrawn: number
  offersMade: number
  strikesGiven: number
  contestsLapsed: number
  lessonSeatsFreed: number
  agedForgotten: number
  namesCut: number
}

/**
 * One pass over everything that a clock starts. Each job may run at any time, twice, and on two
 * hosts at once: what is done already is left alone.
 */
export async function runDueJobs(dependencies: Dependencies): Promise<JobsDone> {
  const occurrencesAdded = await extendProgramme(dependencies)
  const ballotsClosed = await closeBallots(dependencies)
  const ballotsDrawn = await drawBallots(dependencies)
  const offersMade = await passSeatsOn(dependencies)
  const strikesGiven = await judgeAbsences(dependencies)
  const contestsLapsed = await lapseContests(dependencies)
  const lessonSeatsFreed = await seatGuests(dependencies)
  const requestsForgotten = await forgetAnsweredRequests(dependencies)
  const filesForgotten = await forgetUploadedFiles(dependencies)
  const codesForgotten = await forgetSpokenCodes(dependencies)
  const desksForgotten = await forgetDesks(dependencies)
  const consultationsForgotten = await forgetConsultations(dependencies)
  const auditForgotten = await forgetAudit(dependencies)
  const doubtsLapsed = await lapseDoubts(dependencies)
  const reportsForgotten = await forgetStationReports(dependencies)
  const agedForgotten = await forgetAgedRows(dependencies)
  const namesCut = await cutOldNames(dependencies)
  const done = {
    ...{ occurrencesAdded, requestsForgotten, filesForgotten },
    ...{ doubtsLapsed, reportsForgotten, codesForgotten, consultationsForgotten },
    ...{ ballotsClosed, ballotsDrawn, offersMade, lessonSeatsFreed },
    ...{ strikesGiven, contestsLapsed, auditForgotten, desksForgotten },
    ...{ agedForgotten, namesCut },
  }
  if (Object.values(done).some((count) => count > 0)) dependencies.log.info(done, 'jobs done')
  return done
}
