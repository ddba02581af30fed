import { useState } from 'react'
import { useCentre } from '@/features/centres/use-centre'
import { FeedbackForm } from '@/features/consultation/feedback-form'
import { SignInFirst } from '@/features/consultation/sign-in-first'
import { useConsultations } from '@/features/consultation/use-consultations'
import { Unread } from '@/features/answer-states'
import { listWords as centreWords } from '@/features/centres/wording'
import { go } from '@/features/navigation/routes'
import { PersonaSheet } from '@/features/persona/persona-sheet'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'

/** 投诉建议: a word about the centre. */
export default function Feedback() {
  const now = useNow()
  const here = useCentre()
  const { visitor } = useConsultations()
  const [signing, setSigning] = useState(false)
  if (here.centre && !visitor) {
    return (
      <FeedbackForm
        centreId={here.centre.centreId}
        centreName={here.centre.shortName}
        onSent={(consultationId) => go.consultationInstead('said', { consultationId })}
      />
    )
  }
  return (
    <Screen back title="投诉建议">
      {visitor ? (
        <SignInFirst onSignIn={() => setSigning(true)} />
      ) : here.failure ? (
        <Unread answer={here} words={centreWords} now={now} />
      ) : (
        <Skeleton kind="detail" />
      )}
      <PersonaSheet open={signing} onClose={() => setSigning(false)} />
    </Screen>
  )
}
