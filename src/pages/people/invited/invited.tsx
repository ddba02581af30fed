import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { useCentre } from '@/features/centres/use-centre'
import { useMe } from '@/features/me/use-me'
import { goWorkbench } from '@/features/navigation/desk-routes'
import { InvitationCode, Invited, broughtCode } from '@/features/people/invited'
import { PersonaSheet } from '@/features/persona/persona-sheet'
import { useNow } from '@/features/use-now'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Screen } from '@/ui/screen/screen'

/** 接受邀请: opened by a link or a mini-program code, or by hand; nothing happens before the tap. */
export default function InvitedPage() {
  const { code: linked = '', scene = '' } = useRouter().params
  const now = useNow()
  const me = useMe()
  const { centres } = useCentre()
  const [code, setCode] = useState(() => broughtCode(linked || scene))
  const [signing, setSigning] = useState(false)
  const nameOf = (centreId: string): string =>
    centres.find((one) => one.centreId === centreId)?.shortName ?? '这个中心'
  return (
    <Screen back title="接受邀请">
      {me.visitor ? (
        <Card>
          <Empty
            scene="gate"
            title="先选一个身份"
            note="选好再看邀请，不用填任何资料"
            action={{ label: '选身份', onTap: () => setSigning(true) }}
          />
        </Card>
      ) : code !== null ? (
        <Invited
          key={code}
          code={code}
          nameOf={nameOf}
          now={now}
          onOther={() => setCode(null)}
          onWork={goWorkbench.open}
        />
      ) : (
        <InvitationCode onCode={setCode} />
      )}
      <PersonaSheet open={signing} onClose={() => setSigning(false)} />
    </Screen>
  )
}
