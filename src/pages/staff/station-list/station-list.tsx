import { Unread } from '@/features/answer-states'
import { useCentre } from '@/features/centres/use-centre'
import { worksFor } from '@/features/me/holds-role'
import { useMe } from '@/features/me/use-me'
import { getWords } from '@/features/me/wording'
import { canTakeLists } from '@/features/stations/import-model'
import { StationImport } from '@/features/stations/station-import'
import { useNow } from '@/features/use-now'
import { Empty } from '@/ui/empty/empty'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'

/** 驿站名单, for staff: takes in a list that a trade union or the district keeps. */
export default function StationList() {
  const now = useNow()
  const me = useMe()
  const { centres } = useCentre()
  const mine = centres.filter(({ centreId }) => worksFor(me.value, centreId))
  const known = me.visitor || (me.value !== null && centres.length > 0)
  return (
    <Screen back title="驿站名单">
      {!canTakeLists ? (
        <Empty
          seal="seek"
          title="请在电脑上传名单"
          note="用电脑打开常来的网页，在“我的 · 设置”里找到驿站名单。"
        />
      ) : !known ? (
        me.failure ? (
          <Unread answer={me} words={getWords} now={now} />
        ) : (
          <Skeleton kind="list" />
        )
      ) : mine.length === 0 ? (
        <Empty seal="seek" title="这里给工作人员用" note="要导入名单，请用工作人员的身份打开。" />
      ) : (
        <StationImport centres={mine} />
      )}
    </Screen>
  )
}
