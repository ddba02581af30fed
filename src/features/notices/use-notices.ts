import { useEffect } from 'react'
import type { Question } from '@/gateway/answers/answers'
import { answers } from '@/gateway/answers/phone-answers'
import { call } from '@/gateway/call/call'
import { useAnswer } from '../use-answer'

const MINE: Question<'notices.mine'> = {
  operation: 'notices.mine',
  input: { messages: true },
  copy: 'private',
  join: (before, next) => ({ ...next, notices: [...before.notices, ...next.notices] }),
}

/** What I am told of, newest first; to have seen it is to have read it, which the next look shows. */
export function useNotices({ visitor }: { visitor: boolean }) {
  const answer = useAnswer(visitor ? null : MINE)
  const { value, copied } = answer
  const newest = value && !copied && value.unread > 0 ? value.notices[0]?.noticeId : undefined
  useEffect(() => {
    if (newest === undefined) return
    void call('notices.read', { upTo: newest }).then((reply) => {
      if (reply.ok) answers.outdate(['notices.mine', 'seats.mine'])
    })
  }, [newest])
  return answer
}
