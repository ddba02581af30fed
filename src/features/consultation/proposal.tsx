import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import type { Consultation } from './course-words'
import { ProblemSheet } from './problem-sheet'
import { slotInWords } from './times'
import { useReschedule } from './use-reschedule'
import { WHO } from './words'
import './question.css'

interface ProposalProps {
  consultation: Consultation
  now: number
  onTaken: () => void
}

/** Another time that was proposed, to be taken by one tap. */
export function Proposal({ consultation, now, onTaken }: ProposalProps) {
  const { consultationId, service, proposal } = consultation
  const moving = useReschedule(consultationId, onTaken)
  if (!proposal) return null
  const again = () => void moving.take(proposal.poolId, true)
  return (
    <View className="question">
      <Card>
        <View className="note">
          {`${service === 'feedback' ? '中心' : WHO[service]}提了一个时间`}
        </View>
        <View className="question-title number">{slotInWords(proposal, now)}</View>
        <View className="note">{proposal.place}</View>
        <View className="question-act">
          <Button
            kind="private"
            block
            busy={moving.busy}
            onTap={() => void moving.take(proposal.poolId)}
          >
            就这个时间
          </Button>
        </View>
      </Card>
      <ProblemSheet
        sentence={moving.sentence}
        actions={moving.code === 'CLASHES' ? [{ label: '两个都要', onTap: again }] : []}
        onClose={moving.dismiss}
      />
    </View>
  )
}
