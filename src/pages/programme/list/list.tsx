import { useState } from 'react'
import { View } from '@tarojs/components'
import { goLessons } from '@/features/navigation/lesson-routes'
import { goProgramme } from '@/features/navigation/programme-routes'
import { go } from '@/features/navigation/routes'
import { PlanDetail } from '@/features/programme/plan-detail'
import { PlanList } from '@/features/programme/plan-list'
import { StaffPage } from '@/features/staff-page'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { useWideDesk } from '@/ui/surface/desk'

/** 排课, for staff: what their centre offers; at a desk the chosen one beside it. */
export default function ProgrammePage() {
  const wide = useWideDesk()
  const [chosen, choose] = useState<string | null>(null)
  return (
    <StaffPage title="排课">
      {(centreId, now) => (
        <View className="desk-columns">
          <View>
            <PlanList
              key={centreId}
              centreId={centreId}
              chosen={wide ? chosen : null}
              now={now}
              onChoose={wide ? choose : goProgramme.one}
              onNew={() => goProgramme.begin(centreId)}
            />
          </View>
          {wide ? (
            chosen === null || !chosen.startsWith(`${centreId}.`) ? (
              <Card>
                <Empty
                  scene="glass"
                  title="点一个看看"
                  note="在左边点一个，这里能改、延期、取消。"
                />
              </Card>
            ) : (
              <View>
                <PlanDetail
                  key={chosen}
                  activityId={chosen}
                  now={now}
                  onEdit={() => goProgramme.plan(chosen)}
                  onLessons={() => goLessons.change(chosen, '')}
                  onSee={() => go.activity(chosen)}
                  onGone={() => choose(null)}
                />
              </View>
            )
          ) : null}
        </View>
      )}
    </StaffPage>
  )
}
