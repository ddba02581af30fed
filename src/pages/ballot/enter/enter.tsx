import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { AskAlerts } from '@/features/alerts/ask-alerts'
import { EnterBallot } from '@/features/ballot/enter-ballot'
import { draftPeople } from '@/features/ballot/use-enter'
import { useEnterable } from '@/features/ballot/use-enterable'
import { ENTERING, namesInWords } from '@/features/family/attendees'
import { ForWhom } from '@/features/family/for-whom'
import { useAttendees } from '@/features/family/use-attendees'
import { goBallot } from '@/features/navigation/ballot-routes'
import { goFamily } from '@/features/navigation/family-routes'
import { go } from '@/features/navigation/routes'
import { PersonaSheet } from '@/features/persona/persona-sheet'
import { useNow } from '@/features/use-now'

const NOBODY: ReadonlySet<string> = new Set()

/** 登记摇号: for whom, which classes in their order; then one's number. */
export default function EnterPage() {
  const { activityId = '', poolId = '' } = useRouter().params
  const now = useNow()
  const enterable = useEnterable(activityId, poolId)
  const [choosing, setChoosing] = useState(false)
  const [signing, setSigning] = useState(false)
  const ballotId = enterable.ballot.value?.ballotId ?? null
  const whom = useAttendees({
    ages: enterable.ages,
    poolId: ballotId,
    startsAt: enterable.startsAt,
    seated: NOBODY,
    kept: ballotId === null ? undefined : draftPeople(ballotId),
    now,
  })
  const people = whom.asks
    ? whom.chosen.map(({ attendeeId, name }) => ({ attendeeId, name }))
    : [{ attendeeId: 'self', name: null }]
  return (
    <EnterBallot
      enterable={enterable}
      poolId={poolId}
      people={people}
      names={namesInWords(whom.chosen)}
      whom={
        whom.asks ? (
          <ForWhom
            whom={whom}
            open={choosing}
            onOpen={() => setChoosing(true)}
            onClose={() => setChoosing(false)}
            onAdd={goFamily.add}
            deed={ENTERING}
          />
        ) : null
      }
      now={now}
      onSignIn={() => setSigning(true)}
      onMine={goBallot.mineInstead}
      onVerify={goBallot.verify}
      onOffers={go.waitlist}
      onTicket={go.ticket}
      afterwards={<AskAlerts moment={{ kind: 'entered' }} />}
    >
      <PersonaSheet open={signing} onClose={() => setSigning(false)} />
    </EnterBallot>
  )
}
