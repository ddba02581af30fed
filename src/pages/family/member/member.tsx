import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { Copied, Unread } from '@/features/answer-states'
import { AddMember, AddMemberFoot } from '@/features/family/add-member'
import { MemberDetail } from '@/features/family/member-detail'
import { useAdding } from '@/features/family/use-adding'
import { useFamily } from '@/features/family/use-family'
import { listFamilyWords } from '@/features/family/wording'
import { goFamily } from '@/features/navigation/family-routes'
import { PersonaSheet } from '@/features/persona/persona-sheet'
import { useToday } from '@/features/use-now'
import { Empty } from '@/ui/empty/empty'
import { notice } from '@/ui/notice/notice'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'

/** One of my family, or the questions that add one. */
export default function MemberPage() {
  const { params } = useRouter<{ memberId?: string }>()
  return params.memberId ? <Known memberId={params.memberId} /> : <New />
}

function New() {
  const { today } = useToday()
  const adding = useAdding(today, (name) => {
    notice(`${name}添好了`)
    goFamily.back()
  })
  const foot = adding.step === 'path' ? undefined : <AddMemberFoot adding={adding} />
  return (
    <Screen back title="添家人" footer={foot}>
      <AddMember adding={adding} today={today} onRules={goFamily.rules} />
    </Screen>
  )
}

function Known({ memberId }: { memberId: string }) {
  const { now } = useToday()
  const family = useFamily()
  const [signing, setSigning] = useState(false)
  const member = family.value?.members.find((one) => one.memberId === memberId)
  return (
    <Screen back title="家里人">
      <Copied answer={family} now={now} />
      {family.visitor ? (
        <Empty
          scene="gate"
          title="还没选身份"
          note="选一个身份，就能看家里人"
          action={{ label: '选身份', onTap: () => setSigning(true) }}
        />
      ) : member ? (
        <MemberDetail
          member={member}
          now={now}
          onRules={goFamily.rules}
          onRemoved={goFamily.back}
        />
      ) : family.failure ? (
        <Unread answer={family} words={listFamilyWords} now={now} />
      ) : family.value === null ? (
        <Skeleton kind="detail" />
      ) : (
        <Empty
          scene="glass"
          title="已经不在家里人里了"
          note="可能在别的手机上去掉了"
          action={{ label: '回去看看', onTap: goFamily.back }}
        />
      )}
      <PersonaSheet open={signing} onClose={() => setSigning(false)} />
    </Screen>
  )
}
