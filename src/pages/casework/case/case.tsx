import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { ACTION_WORDS, actionsOf, firstActionOf } from '@/features/casework/case-actions'
import { CaseBody } from '@/features/casework/case-body'
import { CaseGate } from '@/features/casework/case-gate'
import { CaseSheet } from '@/features/casework/case-sheet'
import { ToldNote } from '@/features/casework/told-note'
import { useCase } from '@/features/casework/use-case'
import { useCaseActions } from '@/features/casework/use-case-actions'
import { goDesk } from '@/features/navigation/casework-routes'
import { useNow } from '@/features/use-now'
import { Button } from '@/ui/button/button'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** One consultation, for the professional it is assigned to: opened by a tap, and what to do with it. */
export default function Case() {
  useDesk()
  const { consultationId = '' } = useRouter().params
  const now = useNow()
  const { opened, ...held } = useCase(consultationId)
  const [gone, setGone] = useState<{ title: string; next: string } | null>(null)
  const actions = useCaseActions({
    consultationId,
    onChange: held.change,
    onGone: (said) => {
      held.drop()
      setGone(said)
    },
    onRefer: () => goDesk.referral(consultationId),
  })
  const can = opened ? actionsOf(opened) : []
  const first = firstActionOf(can)

  return (
    <Screen
      back
      title="受理"
      footer={
        opened && first ? (
          <>
            <Button kind="ghost" block onTap={actions.menu}>
              别的办法
            </Button>
            <Button
              kind="private"
              block
              busy={actions.busy && actions.step === null}
              onTap={() => actions.choose(first, opened)}
            >
              {ACTION_WORDS[first].label}
            </Button>
          </>
        ) : null
      }
    >
      {gone ? (
        <ToldNote told={{ ok: true, ...gone }} />
      ) : opened ? (
        <>
          <CaseBody
            opened={opened}
            now={now}
            told={actions.told ?? failed(actions, held.problem)}
            onLookOver={held.lookOver}
          />
          <CaseSheet
            opened={opened}
            actions={can.filter((action) => action !== first)}
            step={actions.step}
            draft={actions.draft}
            onDraft={actions.setDraft}
            now={now}
            busy={actions.busy}
            problem={actions.problem}
            onStep={(action) => actions.choose(action, opened)}
            onReopen={() => {
              actions.close()
              void held.open()
            }}
            onSend={(action) => actions.send(action, opened)}
            onClose={actions.close}
          />
        </>
      ) : (
        <CaseGate busy={held.opening} problem={held.problem} onOpen={() => void held.open()} />
      )}
    </Screen>
  )
}

/** Why a thing without a form was not done; a form says it itself. */
function failed(
  { step, problem }: Pick<ReturnType<typeof useCaseActions>, 'step' | 'problem'>,
  opening: ReturnType<typeof useCase>['problem'],
) {
  const why = step === null ? (problem ?? opening) : null
  return why && { ok: false, ...why }
}
