import { openScreen } from '@/gateway/navigation'

const PEOPLE = '/pages/people/people/people'
const INVITED = '/pages/people/invited/invited'
const AUDIT = '/pages/people/audit/audit'

/** Who works in a centre, what they did, and taking up an invitation. */
export const goPeople = {
  people: (): void => openScreen(PEOPLE),
  invited: (): void => openScreen(INVITED),
  audit: (parameters: Record<string, string> = {}): void => openScreen(AUDIT, parameters),
}

/** The path of an invitation, for passing it on to the one whom it is for. */
export function invitedPath(code: string): string {
  return `${INVITED}?code=${code}`
}
