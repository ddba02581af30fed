import { openScreen } from '@/gateway/navigation'

const CASES = '/pages/casework/cases/cases'
const CASE = '/pages/casework/case/case'
const HOURS = '/pages/casework/hours/hours'
const REFERRAL = '/pages/casework/referral/referral'
const WAITING = '/pages/casework/waiting/waiting'

/** Where professionals and staff can go; apart from the rest, so that the tabs need not carry it. */
export const goDesk = {
  cases: (): void => openScreen(CASES),
  case: (consultationId: string): void => openScreen(CASE, { consultationId }),
  hours: (): void => openScreen(HOURS),
  referral: (consultationId: string): void => openScreen(REFERRAL, { consultationId }),
  waiting: (): void => openScreen(WAITING),
}
