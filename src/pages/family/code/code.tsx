import { View } from '@tarojs/components'
import { MyCode } from '@/features/family/my-code'
import { Relatives } from '@/features/family/relatives'
import { useFamily } from '@/features/family/use-family'
import { useToday } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import './code.css'

/** 让家里人替我报名: the code to read out, and who may book for me already. */
export default function CodePage() {
  const { now } = useToday()
  const { value } = useFamily()
  return (
    <Screen back title="我的口令">
      <MyCode />
      <View className="note code-note">
        口令只念给您信得过的人。对方看不到您报过什么，只能替您报名；您在“我的”里随时能看、能退。
      </View>
      <Relatives relatives={value?.relatives ?? []} now={now} />
    </Screen>
  )
}
