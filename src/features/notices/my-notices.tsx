import { View } from '@tarojs/components'
import { Empty } from '@/ui/empty/empty'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Copied, Unread } from '../answer-states'
import { MessageCard } from './message-card'
import { NoticeCard } from './notice-card'
import type { useNotices } from './use-notices'
import { mineWords } from './wording'
import './my-notices.css'

interface MyNoticesProps {
  answer: ReturnType<typeof useNotices>
  /** Nobody is signed in. */
  visitor: boolean
  now: number
  onSignIn: () => void
  onOpen: (bookingId: string) => void
}

/** 通知: what was moved or cancelled of what I booked, and what its staff say, the newest first. */
export function MyNotices({ answer, visitor, now, onSignIn, onOpen }: MyNoticesProps) {
  if (visitor) {
    const action = { label: '选身份', onTap: onSignIn }
    return <Empty scene="gate" title="还没选身份" note="选一个身份，就能看通知" action={action} />
  }
  if (answer.value === null) {
    if (!answer.failure) return <Skeleton kind="list" />
    return <Unread answer={answer} words={mineWords} now={now} />
  }
  const { notices } = answer.value
  return (
    <>
      <Copied answer={answer} now={now} />
      {notices.length === 0 ? (
        <Empty scene="tea" title="没有通知" note="您报的课改期、取消，老师有话说，都写在这里" />
      ) : (
        <View className="notices">
          {notices.map((notice) =>
            notice.kind === 'class-message' ? (
              <MessageCard key={notice.noticeId} message={notice} now={now} onOpen={onOpen} />
            ) : (
              <NoticeCard key={notice.noticeId} notice={notice} now={now} onOpen={onOpen} />
            ),
          )}
        </View>
      )}
    </>
  )
}
