import { View } from '@tarojs/components'
import { parseInstant } from '@/domain/time/instant'
import { whenInWords } from '@/domain/time/words'
import { Card } from '@/ui/card/card'
import { CaseAttachments } from './case-attachments'
import type { Opened } from './case-actions'
import { CaseContact } from './case-contact'
import { CaseHead, CaseMatter } from './case-content'
import { courseOf, tracesOf } from './case-course'
import { CaseCourse } from './case-course-list'
import { type Told, ToldNote } from './told-note'
import './case-body.css'

interface CaseBodyProps {
  opened: Opened
  now: number
  told: Told | null
  /** Before something of the case is shown over the screen. */
  onLookOver: () => void
}

/** A consultation that was opened: what it is, how to reach them, what was said. */
export function CaseBody({ opened, now, told, onLookOver }: CaseBodyProps) {
  const { content, proposal } = opened
  const traces = tracesOf(opened, now)
  return (
    <>
      <CaseHead opened={opened} now={now} />
      <ToldNote told={told} />
      <View className="desk-columns">
        <View>
          {content ? (
            <>
              <CaseMatter matter={content.matter} />
              <CaseAttachments attachments={content.attachments} onLeave={onLookOver} />
            </>
          ) : (
            <Card>内容已经销毁，谁也打不开了。</Card>
          )}
        </View>
        <View>
          {content ? <CaseContact contact={content.contact} onLeave={onLookOver} /> : null}
          {proposal ? (
            <View className="note case-proposal">
              {`您提了 ${whenInWords(parseInstant(proposal.startsAt), parseInstant(proposal.endsAt), now)}，等居民点头。`}
            </View>
          ) : null}
          <CaseCourse lines={courseOf(opened, now)} />
        </View>
      </View>
      {traces ? <View className="note case-traces">{traces}</View> : null}
    </>
  )
}
