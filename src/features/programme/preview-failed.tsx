import type { Failure } from '@/gateway/call/wire'
import { Button } from '@/ui/button/button'
import { READING, sentenceFor } from '../refusal-words'
import { ProblemNote } from './problem-note'
import { previewPlanWords } from './wording'

interface PreviewFailedProps {
  failure: Failure<'programme.preview'> | null
  now: number
  onAgain: () => void
}

/** When it is not known whose room it is and whom a plan concerns: why, what that means, once more. */
export function PreviewFailed({ failure, now, onAgain }: PreviewFailedProps) {
  if (failure === null) return null
  const { title } = sentenceFor(previewPlanWords, READING, failure, now)
  const next = '房间有没有冲突、谁受影响，还没查到。写的都在，再查一次。'
  return (
    <>
      <ProblemNote problem={{ title, next }} />
      <Button kind="ghost" block onTap={onAgain}>
        再查一次
      </Button>
    </>
  )
}
