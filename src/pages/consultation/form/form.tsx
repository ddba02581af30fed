import { useEffect, useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { Unread } from '@/features/answer-states'
import { useCentre } from '@/features/centres/use-centre'
import { listWords as centreWords } from '@/features/centres/wording'
import { drafts } from '@/features/consultation/phone-drafts'
import { helpedInWords, usePublished } from '@/features/consultation/published'
import { RequestForm } from '@/features/consultation/request-form'
import { SignInFirst } from '@/features/consultation/sign-in-first'
import { useConsultations } from '@/features/consultation/use-consultations'
import { useDraft } from '@/features/use-draft'
import { usePrivateUnanswered } from '@/features/consultation/use-unanswered'
import { SERVICE_NAMES } from '@/features/consultation/words'
import { go } from '@/features/navigation/routes'
import { PersonaSheet } from '@/features/persona/persona-sheet'
import { useToday } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'

/** 问律师, 找调解: the form, from where it was left. */
export default function Form() {
  const { params } = useRouter<{ service?: string; centreId?: string; poolId?: string }>()
  const [service, setService] = useState(
    params.service === 'mediation' ? ('mediation' as const) : ('legal' as const),
  )
  const [signing, setSigning] = useState(false)
  const { now, today } = useToday()
  const here = useCentre()
  const { visitor } = useConsultations()
  const state = useDraft(drafts[service])
  const found = usePrivateUnanswered()
  const centreId = params.centreId ?? here.centre?.centreId ?? null
  const published = usePublished(centreId, today)
  // It was sent after all, in an earlier run of the app: nothing is to be filled in again.
  const sent = found?.find((one) => one.done && one.service === service && one.consultationId)
  useEffect(() => {
    if (sent?.consultationId)
      go.consultationInstead('sent', { consultationId: sent.consultationId })
  }, [sent])

  if (visitor || !state.draft || !centreId || !found || sent) {
    return (
      <Screen back title={SERVICE_NAMES[service]}>
        {visitor ? (
          <SignInFirst onSignIn={() => setSigning(true)} />
        ) : here.failure && !centreId ? (
          <Unread answer={here} words={centreWords} now={now} />
        ) : (
          <Skeleton kind="detail" />
        )}
        <PersonaSheet open={signing} onClose={() => setSigning(false)} />
      </Screen>
    )
  }
  return (
    <RequestForm
      key={service}
      service={service}
      centreId={centreId}
      draft={state.draft}
      state={state}
      now={now}
      wishedPool={params.poolId ?? null}
      helped={published.value && helpedInWords(published.value, service)}
      onOther={() => setService(service === 'legal' ? 'mediation' : 'legal')}
      onRules={() => go.consultation('rules')}
      onSent={(consultationId) => go.consultationInstead('sent', { consultationId })}
    />
  )
}
