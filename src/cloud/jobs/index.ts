import type { Dependencies } from '@/cloud/handler'
import { cutOldNames } from './cut-old-names'
import { eraseAway } from './erase-away'
import { extendProgramme } from './extend-programme'
import { forgetAgedRows } from './forget-aged'
import { forgetAlerts } from './forget-alerts'
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
import { markAway } from './mark-away'
import { passSeatsOn } from './pass-seats-on'
import { remindOfLessons } from './remind-of-lessons'
import { type Job, runJob } from './run-job'
import { seatGuests } from './seat-guests'
import { sendAlerts } from './send-alerts'

/** What a clock starts, in the order of a pass, by what each does. */
const JOBS = {
  occurrencesAdded: { name: 'extend-programme', run: extendProgramme },
  ballotsClosed: { name: 'close-ballots', run: closeBallots },
  ballotsDrawn: { name: 'draw-ballots', run: drawBallots },
  offersMade: { name: 'pass-seats-on', run: passSeatsOn },
  strikesGiven: { name: 'judge-absences', run: judgeAbsences },
  contestsLapsed: { name: 'lapse-contests', run: lapseContests },
  lessonSeatsFreed: { name: 'seat-guests', run: seatGuests },
  remindersWritten: { name: 'remind-of-lessons', run: remindOfLessons },
  alertsSent: { name: 'send-alerts', run: sendAlerts },
  requestsForgotten: { name: 'forget-answered-requests', run: forgetAnsweredRequests },
  filesForgotten: { name: 'forget-uploaded-files', run: forgetUploadedFiles },
  codesForgotten: { name: 'forget-spoken-codes', run: forgetSpokenCodes },
  desksForgotten: { name: 'forget-desks', run: forgetDesks },
  consultationsForgotten: { name: 'forget-consultations', run: forgetConsultations },
  auditForgotten: { name: 'forget-audit', run: forgetAudit },
  alertsForgotten: { name: 'forget-alerts', run: forgetAlerts },
  agedForgotten: { name: 'forget-aged', run: forgetAgedRows },
  namesCut: { name: 'cut-old-names', run: cutOldNames },
  accountsMarked: { name: 'mark-away', run: markAway },
  accountsErased: { name: 'erase-away', run: eraseAway },
  doubtsLapsed: { name: 'lapse-doubts', run: lapseDoubts },
  reportsForgotten: { name: 'forget-station-reports', run: forgetStationReports },
} satisfies Record<string, Job>

type Count = keyof typeof JOBS
const COUNTS = Object.keys(JOBS) as Count[]

/** What was done in one pass; 0 of what another clock was doing. */
export type JobsDone = Record<Count, number>

/** Some jobs of a pass failed: each was logged, and all others ran. */
export class JobsFailed extends Error {
  override readonly name = 'JobsFailed'
}

/**
 * One pass over everything that a clock starts, each job under a lease of its own, so that of several
 * clocks one does it. Throws JobsFailed at its end where a job failed.
 */
export async function runDueJobs(dependencies: Dependencies): Promise<JobsDone> {
  const done = Object.fromEntries(COUNTS.map((count) => [count, 0])) as JobsDone
  const failed: string[] = []
  for (const count of COUNTS) {
    const ran = await runJob(dependencies, JOBS[count])
    if (ran === 'failed') failed.push(JOBS[count].name)
    else if (ran !== 'elsewhere') done[count] = ran.done
  }
  if (COUNTS.some((count) => done[count] > 0)) dependencies.log.info(done, 'jobs done')
  if (failed.length > 0) throw new JobsFailed(`These jobs failed: ${failed.join(', ')}`)
  return done
}

/** Sends what is due by WeChat, between two passes: who is offered a seat waits for no pass. */
export async function sendDueAlerts(dependencies: Dependencies): Promise<void> {
  await runJob(dependencies, JOBS.alertsSent)
}
