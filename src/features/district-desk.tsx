import type { ReactNode } from 'react'
import { Empty } from '@/ui/empty/empty'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Unread } from './answer-states'
import { keepsDistrict } from './me/holds-role'
import { useMe } from './me/use-me'
import { getWords } from './me/wording'

/** What is for the district alone: the work, or that it is not for this person. */
export function DistrictDesk({ now, children }: { now: number; children: ReactNode }) {
  const me = useMe()
  if (!me.visitor && me.value === null) {
    return me.failure ? <Unread answer={me} words={getWords} now={now} /> : <Skeleton kind="list" />
  }
  if (!keepsDistrict(me.value)) {
    return <Empty scene="gate" title="这里给区里用" note="请用区里的身份打开。" />
  }
  return <>{children}</>
}
