import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { Unread } from '@/features/answer-states'
import { CheckIn } from '@/features/attendance/check-in'
import { lessonsNow } from '@/features/attendance/lessons-now'
import { PosterLetters } from '@/features/attendance/poster-letters'
import {
  canScan,
  centreOfPoster,
  posterIdOfScene,
  scanPoster,
} from '@/features/attendance/scan-poster'
import { useCheckIn } from '@/features/attendance/use-check-in'
import { listWords } from '@/features/centres/wording'
import { useCentre } from '@/features/centres/use-centre'
import { go } from '@/features/navigation/routes'
import { PersonaSheet } from '@/features/persona/persona-sheet'
import { useMine } from '@/features/seats/use-mine'
import { useNow } from '@/features/use-now'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'

/** 签到: opened by the code on a centre's wall; nothing happens before the tap. */
export default function CheckInPage() {
  const { scene = '' } = useRouter().params
  const now = useNow()
  const mine = useMine()
  const known = useCentre()
  const { centre, centres } = known
  const [posterId, setPosterId] = useState(() => posterIdOfScene(scene))
  const [signing, setSigning] = useState(false)
  const desk = useCheckIn(posterId)
  const centreId = posterId && centreOfPoster(posterId)
  const here = centres.find((one) => one.centreId === centreId)
  const visits = lessonsNow(mine.bookings ?? [], now, centreId)
  const [visit] = visits
  const scan = async (): Promise<void> => setPosterId((await scanPoster()) ?? posterId)
  return (
    <Screen back title="签到">
      {mine.visitor ? (
        <Card>
          <Empty
            scene="gate"
            title="先选一个身份"
            note="选好再签到，不用填任何资料"
            action={{ label: '选身份', onTap: () => setSigning(true) }}
          />
        </Card>
      ) : posterId ? (
        <CheckIn
          desk={desk}
          place={here?.shortName ?? ''}
          visits={visits}
          now={now}
          onTicket={visit ? () => go.ticket(visit.booking.bookingId) : null}
          onDone={() => go.tab('home')}
        />
      ) : centre ? (
        <PosterLetters
          centreId={centre.centreId}
          centreName={centre.shortName}
          onScan={canScan ? () => void scan() : null}
          onPoster={setPosterId}
        />
      ) : known.failure ? (
        <Unread answer={known} words={listWords} now={now} />
      ) : (
        <Skeleton kind="list" />
      )}
      <PersonaSheet open={signing} onClose={() => setSigning(false)} />
    </Screen>
  )
}
