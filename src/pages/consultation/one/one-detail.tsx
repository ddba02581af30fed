import { useState } from 'react'
import { View } from '@tarojs/components'
import { Acts } from '@/features/consultation/acts'
import { briefTitle, standing } from '@/features/consultation/brief-words'
import { Course } from '@/features/consultation/course'
import {
  type Consultation,
  deletionInWords,
  openingInWords,
  openQuestion,
} from '@/features/consultation/course-words'
import { MatterFacts } from '@/features/consultation/matter-facts'
import { PrivateWords } from '@/features/consultation/private-words'
import { ProblemSheet } from '@/features/consultation/problem-sheet'
import { Proposal } from '@/features/consultation/proposal'
import { Question } from '@/features/consultation/question'
import { Rating } from '@/features/consultation/rating'
import { StateLine } from '@/features/consultation/state-line'
import { slotInWords } from '@/features/consultation/times'
import { useAttachment } from '@/features/consultation/use-attachment'
import { isUnderWay, STEP_OF, stepNames } from '@/features/consultation/words'
import { go } from '@/features/navigation/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Facts } from '@/ui/facts/facts'
import { Section } from '@/ui/section/section'
import './one-detail.css'

const SHOWN = 5

interface OneDetailProps {
  consultation: Consultation
  /** Milliseconds since the epoch. */
  now: number
  onChanged: () => void
}

/** How it stands, when we meet, what I wrote, who has looked at it, what I can do. */
export function OneDetail({ consultation, now, onChanged }: OneDetailProps) {
  const { consultationId, service, state, meeting, content, entries, openings } = consultation
  const [all, setAll] = useState(false)
  const attachment = useAttachment()
  const { title, next } = standing(consultation, now)
  const at = STEP_OF[state]
  const question = openQuestion(consultation)

  return (
    <>
      <View className="note number">{briefTitle(consultation)}</View>
      <View className="title one-title">{title}</View>
      <View className="one-next number">{next}</View>
      {at === null ? null : <StateLine names={stepNames(service)} at={at} />}
      {question ? (
        <Question
          consultationId={consultationId}
          question={question.text ?? ''}
          onReplied={onChanged}
        />
      ) : null}
      <Proposal consultation={consultation} now={now} onTaken={onChanged} />
      {meeting ? (
        <View className="one-part">
          <Card>
            <Facts
              items={[
                { icon: 'clock', title: slotInWords(meeting, now) },
                { icon: 'pin', title: meeting.place, note: consultation.centreName },
              ]}
            />
          </Card>
        </View>
      ) : null}
      {content ? (
        <PrivateWords title="我写的">
          <MatterFacts
            content={content}
            opening={attachment.opening}
            onAttachment={(one) => void attachment.open(one)}
          />
        </PrivateWords>
      ) : (
        <View className="one-part note">写的话已经销毁，谁也看不了了。</View>
      )}
      {entries.length > 0 ? (
        <PrivateWords title={`来往的话 ${entries.length} 条`}>
          <Course entries={entries} service={service} now={now} />
        </PrivateWords>
      ) : null}
      {consultation.mayRate ? <Rating consultationId={consultationId} onRated={onChanged} /> : null}
      {isUnderWay(state) ? (
        <Acts consultation={consultation} onChanged={onChanged} onGo={go.consultation} />
      ) : null}
      <Section title="谁看过" note={openings.length > 0 ? `${openings.length} 次` : undefined}>
        <Card>
          {openings.length === 0 ? (
            <View>还没有人打开过。</View>
          ) : (
            openings.slice(0, all ? openings.length : SHOWN).map((opening, index) => (
              <View key={index} className="number one-opening">
                {openingInWords(opening, now)}
              </View>
            ))
          )}
          <View className="note one-deleted">{deletionInWords(consultation)}</View>
        </Card>
        {openings.length > SHOWN && !all ? (
          <Button kind="quiet" block onTap={() => setAll(true)}>
            看全部
          </Button>
        ) : null}
      </Section>
      <ProblemSheet sentence={attachment.sentence} onClose={attachment.dismiss} />
    </>
  )
}
