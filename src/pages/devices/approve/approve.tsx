import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { ApprovalCard } from '@/features/devices/approval'
import { DeskLetters } from '@/features/devices/desk-letters'
import { codeOfScene, useApproval } from '@/features/devices/use-approval'
import { useMe } from '@/features/me/use-me'
import { goDevices } from '@/features/navigation/device-routes'
import { go } from '@/features/navigation/routes'
import { PersonaSheet } from '@/features/persona/persona-sheet'
import { useNow } from '@/features/use-now'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Screen } from '@/ui/screen/screen'

/** 登录一台电脑, on the phone: opened by the code on a desk's screen, or by its letters. */
export default function ApprovePage() {
  const { scene = '' } = useRouter().params
  const now = useNow()
  const { visitor } = useMe()
  const [code, setCode] = useState(() => codeOfScene(scene))
  const [choosing, setChoosing] = useState(false)
  const approval = useApproval(visitor ? null : code)
  return (
    <Screen back title="登录一台电脑">
      {visitor ? (
        <Card>
          <Empty
            scene="gate"
            title="先选一个身份"
            note="要知道那台电脑登录以后是谁"
            action={{ label: '选身份', onTap: () => setChoosing(true) }}
          />
        </Card>
      ) : code ? (
        <ApprovalCard
          approval={approval}
          now={now}
          onAgain={() => setCode(null)}
          onMine={goDevices.mine}
          onHome={() => go.tab('home')}
        />
      ) : (
        <DeskLetters onCode={setCode} />
      )}
      <PersonaSheet open={choosing} onClose={() => setChoosing(false)} />
    </Screen>
  )
}
