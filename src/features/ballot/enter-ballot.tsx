import type { ReactNode } from 'react'
import { Empty } from '@/ui/empty/empty'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Unread } from '../answer-states'
import { at } from './ballot-words'
import { EnterForm } from './enter-form'
import type { EnterWish } from './enter-obstacle'
import { Entered } from './entered'
import { EntryCard } from './entry-card'
import { useEnter } from './use-enter'
import type { useEnterable } from './use-enterable'
import { proofWords } from './wording'

interface EnterBallotProps {
  enterable: ReturnType<typeof useEnterable>
  poolId: string
  people: EnterWish['people']
  names: string
  whom: ReactNode | null
  now: number
  onSignIn: () => void
  onMine: () => void
  onVerify: (ballotId: string) => void
  onOffers: () => void
  onTicket: (bookingId: string) => void
  /** What stands under the number of an entry just made. */
  afterwards?: ReactNode
  children?: ReactNode
}

/** The way into a ballot: the form, the entry that there is already, or why it is too late. */
export function EnterBallot(props: EnterBallotProps) {
  const { enterable, now } = props
  const { ballot: answer, mine } = enterable
  const ballot = answer.value
  const desk = useEnter(ballot?.ballotId ?? '', props.onSignIn)
  if (ballot === null) {
    return (
      <Screen back title="登记摇号">
        {answer.failure ? (
          <Unread answer={answer} words={proofWords} now={now} />
        ) : (
          <Skeleton kind="detail" />
        )}
      </Screen>
    )
  }
  if (desk.entered) {
    return (
      <Entered ballot={ballot} entered={desk.entered} now={now} onMine={props.onMine}>
        {props.afterwards}
      </Entered>
    )
  }
  if (mine) {
    return (
      <Screen back title="已经登记了">
        <EntryCard entry={mine} now={now} onVerify={props.onVerify} onOffers={props.onOffers} />
      </Screen>
    )
  }
  if (ballot.state !== 'open') {
    return (
      <Screen back title="登记摇号">
        <Empty
          scene="glass"
          title="登记已经截止"
          note={`${at(ballot.closesAt, now)} 截止的。摇完有空席，可以候补。`}
          action={{ label: '看这次摇号', onTap: () => props.onVerify(ballot.ballotId) }}
        />
      </Screen>
    )
  }
  return (
    <EnterForm
      ballot={ballot}
      poolId={props.poolId}
      people={props.people}
      whom={props.whom}
      names={props.names}
      desk={desk}
      now={now}
      onTicket={props.onTicket}
    >
      {props.children}
    </EnterForm>
  )
}
