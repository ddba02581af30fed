import type { Alerts } from '@/cloud/alerts/alerts'
import type { Dependencies } from '@/cloud/handler'
import { addresseeOf } from '@/cloud/store/queries/alerts/addressee'
import { type LeasedAlert, leaseAlerts } from '@/cloud/store/queries/alerts/lease'
import { markAlert, tallyAlerts } from '@/cloud/store/queries/alerts/mark'
import { type ToldNow, toldNow } from '@/cloud/store/queries/alerts/told'
import { isNight } from '@/domain/alerts/due'
import { type EndedWhy, type Verdict, verdictOf } from '@/domain/alerts/delivery'
import { type Purpose, TEMPLATE_OF } from '@/domain/alerts/purpose'
import { filledIn } from '@/domain/alerts/template'
import { alertValues } from '@/domain/alerts/words'

/** So many are taken at a time, and as many are under way at once: each waits for the platform. */
const AT_ONCE = 8
/** A pass ends after so long, within what a cloud function is given; the next one goes on. */
const LONGEST_MS = 40_000

/**
 * Sends what is due and what is still true, never in the night; gives how many were sent. Each is taken
 * before and marked after in transactions of their own: between the two a host may be lost, and then it
 * is sent once more at most (domain/alerts/delivery).
 */
export async function sendAlerts(dependencies: Dependencies): Promise<number> {
  const { store, clock, alerts } = dependencies
  if (!alerts || isNight(clock.now().getTime())) return 0
  const began = performance.now()
  const tally = new Map<string, { purpose: Purpose; outcome: string; count: number }>()
  let sent = 0
  try {
    while (performance.now() - began < LONGEST_MS) {
      const leased = await leaseAlerts(store.pool, clock.now(), AT_ONCE)
      if (leased.length === 0) break
      const verdicts = await Promise.all(leased.map((one) => settle(dependencies, alerts, one)))
      for (const [at, verdict] of verdicts.entries()) {
        if (verdict === null || verdict.state === 'waiting') continue
        const { purpose } = leased[at]!
        const outcome = verdict.state === 'sent' ? 'sent' : verdict.why
        const key = `${purpose} ${outcome}`
        tally.set(key, { purpose, outcome, count: (tally.get(key)?.count ?? 0) + 1 })
        if (outcome === 'sent') sent += 1
      }
    }
  } finally {
    await tallyAlerts(store.pool, [...tally.values()])
  }
  return sent
}

/** Sends one and writes down what became of it. What fails here is logged, and taken again when its lease runs out. */
async function settle(
  dependencies: Dependencies,
  alerts: Alerts,
  alert: LeasedAlert,
): Promise<Verdict | null> {
  const { store, clock, log } = dependencies
  try {
    const { verdict, code } = await tried(dependencies, alerts, alert)
    await markAlert(store.pool, alert, verdict, { now: clock.now(), code })
    if (verdict.state === 'failed') {
      const { purpose, tries } = alert
      log.error({ purpose, why: verdict.why, code, tries }, 'a message could not be sent')
    }
    return verdict
  } catch (error) {
    log.error({ err: error, purpose: alert.purpose }, 'a message could not be settled')
    return null
  }
}

async function tried(
  { store, clock }: Dependencies,
  alerts: Alerts,
  alert: LeasedAlert,
): Promise<{ verdict: Verdict; code: number | null }> {
  const now = clock.now()
  const { alertId, personId, purpose, until, tries, lost } = alert
  const not = (why: EndedWhy, state: 'dropped' | 'failed' = 'dropped') => ({
    verdict: { state, why, giveBack: lost === 0 } as Verdict,
    code: null,
  })
  if (alert.lostAgain) return not('unknown', 'failed')
  if (!alert.accepted) return not('no-acceptance')
  const name = TEMPLATE_OF[purpose]
  const template = alerts.templates[name]
  if (!template) return not('no-template')
  if (until !== null && until <= now.getTime()) return not('late')
  const [told, addressee] = [
    await toldNow(store.pool, alert, now),
    await addresseeOf(store.pool, personId),
  ]
  if (!told || addressee?.provider !== alerts.provider) return not('gone')
  const { outcome, code } = await alerts.send({
    ...{ alertId, personId, ...addressee },
    ...{ template: name, templateId: template.id },
    page: pageOf(purpose, told),
    fields: filledIn(template, alertValues(told.told)),
  })
  return { verdict: verdictOf(outcome, { tries, lost, now: clock.now().getTime() }), code }
}

/** What a message opens. A private hour opens the home page: no address tells of what it is. */
function pageOf(purpose: Purpose, { bookingId }: ToldNow): string {
  if (purpose === 'private-news') return 'pages/home/home'
  if (purpose === 'seat-offered') return 'pages/waitlist/mine/mine'
  if (purpose === 'ballot-drawn') return 'pages/ballot/mine/mine'
  if (bookingId === null) return 'pages/notices/mine/mine'
  return `pages/booking/ticket/ticket?bookingId=${bookingId}`
}
