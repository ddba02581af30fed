import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { Unread } from '@/features/answer-states'
import { CheckView } from '@/features/ballot/check-view'
import { shareTitle } from '@/features/ballot/share'
import { useEntries } from '@/features/ballot/use-entries'
import { useProof } from '@/features/ballot/use-proof'
import { proofWords } from '@/features/ballot/wording'
import { verifyPath } from '@/features/navigation/ballot-routes'
import { go } from '@/features/navigation/routes'
import { isSinglePage } from '@/features/sharing'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'

/** 验一验: anybody makes a draw again on their own phone. */
export default function VerifyPage() {
  const params = useRouter<{ ballotId?: string; poolId?: string }>().params
  const now = useNow()
  const proof = useProof(params)
  const ballotId = proof.value?.ballotId ?? params.ballotId ?? ''
  const mine = useEntries()
  const own = mine.value?.entries.find((entry) => entry.ballotId === ballotId)
  useShareAppMessage(() => ({ title: shareTitle(proof.value), path: verifyPath(ballotId) }))
  return (
    <Screen back={!isSinglePage()} title="验一验">
      {proof.value ? (
        <CheckView ballot={proof.value} mine={own?.entryNumber ?? null} now={now} />
      ) : proof.failure ? (
        <Unread
          answer={proof}
          words={proofWords}
          now={now}
          gone={{ label: '看看课程', onTap: () => go.tab('courses') }}
        />
      ) : (
        <Skeleton kind="stations" />
      )}
    </Screen>
  )
}
