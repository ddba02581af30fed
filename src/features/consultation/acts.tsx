import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Confirm } from '@/ui/confirm/confirm'
import { notice } from '@/ui/notice/notice'
import type { Consultation } from './course-words'
import { ProblemSheet } from './problem-sheet'
import { useChange } from './use-change'
import { withdrawWords } from './wording'
import './acts.css'

interface ActsProps {
  consultation: Consultation
  onChanged: () => void
  onGo: (page: 'amend' | 'times', parameters: Record<string, string>) => void
}

/** What can be done while it is under way: another time, a change, taking it back. */
export function Acts({ consultation, onChanged, onGo }: ActsProps) {
  const { consultationId, meeting, content } = consultation
  const [asking, setAsking] = useState(false)
  const withdrawal = useChange('consultation.withdraw', withdrawWords)
  const withdraw = async (): Promise<void> => {
    const done = await withdrawal.change({ consultationId })
    setAsking(false)
    if (!done) return
    notice('撤回了')
    onChanged()
  }
  return (
    <View className="acts">
      <Button kind="ghost" block onTap={() => onGo('times', { consultationId })}>
        {meeting ? '换个时间' : '自己选时间'}
      </Button>
      {content ? (
        <Button kind="ghost" block onTap={() => onGo('amend', { consultationId })}>
          改一改、补一补
        </Button>
      ) : null}
      <Button kind="quiet" block onTap={() => setAsking(true)}>
        不用了，撤回
      </Button>
      <Confirm
        open={asking}
        title="撤回？"
        body={
          meeting
            ? '留好的时间让给别人。写的话 180 天后销毁。要的话，以后再约。'
            : '写的话 180 天后销毁。要的话，以后再约。'
        }
        yes="撤回"
        no="留着"
        danger
        busy={withdrawal.busy}
        onYes={() => void withdraw()}
        onNo={() => setAsking(false)}
      />
      <ProblemSheet sentence={withdrawal.sentence} onClose={withdrawal.dismiss} />
    </View>
  )
}
