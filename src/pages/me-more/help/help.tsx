import { useState } from 'react'
import { View } from '@tarojs/components'
import { CallFoot } from '@/features/centres/call-foot'
import { openingOf } from '@/features/centres/opening'
import { placeOf, showWayTo, useCentre } from '@/features/centres/use-centre'
import { listWords } from '@/features/centres/wording'
import { Unread } from '@/features/answer-states'
import { goFamily } from '@/features/navigation/family-routes'
import { useNow } from '@/features/use-now'
import { useServed } from '@/features/use-served'
import { WaySheet } from '@/features/way-sheet'
import { Door, Doors } from '@/ui/door/door'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'
import './help.css'

/** 找人帮我: somebody of the family, somebody at the centre, or a call. */
export default function HelpPage() {
  const now = useNow()
  const here = useCentre()
  const isServed = useServed()
  const [asking, setAsking] = useState(false)
  const { centre } = here
  return (
    <Screen back title="找人帮我" footer={centre ? <CallFoot centre={centre} /> : undefined}>
      {centre === null ? (
        here.failure ? (
          <Unread answer={here} words={listWords} now={now} />
        ) : (
          <Skeleton kind="list" />
        )
      ) : (
        <>
          <View className="note number help-open">
            <View>{openingOf(centre, now)}</View>
            <View>{`电话 ${centre.phone}`}</View>
          </View>
          <Doors wide>
            {isServed('family.code') ? (
              <Door
                seal="family"
                title="让家里人替我报"
                note="念六位口令给女儿、儿子"
                onTap={goFamily.code}
              />
            ) : null}
            <Door
              seal="way"
              title="到中心去报"
              note={`带上手机，工作人员帮您。${centre.address}`}
              onTap={() => {
                if (!showWayTo(centre)) setAsking(true)
              }}
            />
          </Doors>
          <WaySheet open={asking} place={placeOf(centre)} onClose={() => setAsking(false)} />
        </>
      )}
    </Screen>
  )
}
