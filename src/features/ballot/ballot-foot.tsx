import { Button } from '@/ui/button/button'
import { Foot } from '@/ui/foot/foot'
import { ballotOffer, type DrawnPool } from './drawn-pool'

interface BallotFootProps {
  pool: DrawnPool
  now: number
  /** A page opened alone from Moments cannot enter. */
  lookOnly: boolean
  onEnter: () => void
  onVerify: (ballotId: string) => void
}

/** The foot of a page whose seats are drawn: how it stands, and the one button. */
export function BallotFoot({ pool, now, lookOnly, onEnter, onVerify }: BallotFootProps) {
  const { title, reason, act, button } = ballotOffer(pool, now)
  const tap = () => {
    if (act === 'enter') onEnter()
    else if (act === 'verify' && pool.ballotId) onVerify(pool.ballotId)
  }
  return (
    <Foot title={title} note={lookOnly ? '点下方“前往小程序”登记' : reason}>
      {button && !lookOnly ? (
        <Button block disabled={act === null} onTap={tap}>
          {button}
        </Button>
      ) : null}
    </Foot>
  )
}
