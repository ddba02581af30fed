import { useState } from 'react'
import { View } from '@tarojs/components'
import { Copied, Unread } from '@/features/answer-states'
import { MemberRows } from '@/features/family/member-rows'
import { Relatives } from '@/features/family/relatives'
import { useFamily } from '@/features/family/use-family'
import { listFamilyWords } from '@/features/family/wording'
import { goFamily } from '@/features/navigation/family-routes'
import { PersonaSheet } from '@/features/persona/persona-sheet'
import { useToday } from '@/features/use-now'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Facts } from '@/ui/facts/facts'
import { Screen } from '@/ui/screen/screen'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import './family.css'

/** 家里人: those I book for, and those who may book for me. */
export default function FamilyPage() {
  const { now, today } = useToday()
  const family = useFamily()
  const [signing, setSigning] = useState(false)
  const { value } = family
  return (
    <Screen back title="家里人" onRefresh={family.refresh}>
      <Copied answer={family} now={now} />
      {family.visitor ? (
        <Empty
          scene="gate"
          title="还没选身份"
          note="选一个身份，就能添家里人"
          action={{ label: '选身份', onTap: () => setSigning(true) }}
        />
      ) : value === null ? (
        family.failure ? (
          <Unread answer={family} words={listFamilyWords} now={now} />
        ) : (
          <Skeleton kind="list" />
        )
      ) : (
        <>
          <Section
            title="我替谁报名"
            note={value.members.length > 0 ? `${value.members.length} / ${value.most}` : undefined}
          >
            {value.members.length > 0 ? (
              <MemberRows members={value.members} today={today} onOpen={goFamily.member} />
            ) : (
              <Card>
                <Empty scene="bench" title="还没有家里人" note="添进来，报名时点一下名字就行" />
              </Card>
            )}
            <View className="family-acts">
              {value.members.length < value.most ? (
                <Button block onTap={goFamily.add}>
                  ＋ 添家人
                </Button>
              ) : (
                <View className="note">{`最多 ${value.most} 位，去掉一位再添。`}</View>
              )}
            </View>
          </Section>
          <Section title="谁替我报名">
            <Card>
              <Facts
                items={[
                  {
                    icon: 'people',
                    title: '让家里人替我报名',
                    note: '念个口令给女儿、儿子，或者志愿者',
                    label: '让家里人替我报名',
                    onTap: goFamily.code,
                  },
                ]}
              />
            </Card>
          </Section>
          <Relatives relatives={value.relatives} now={now} />
        </>
      )}
      <PersonaSheet open={signing} onClose={() => setSigning(false)} />
    </Screen>
  )
}
