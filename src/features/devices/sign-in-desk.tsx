import { View } from '@tarojs/components'
import { IDLE_MS, LONGEST_MS } from '@/domain/devices/desk-session'
import { HOUR, MINUTE } from '@/domain/time/instant'
import { LockNote } from '@/ui/lock-note/lock-note'
import { SignInCode } from './sign-in-code'
import { useSignIn } from './use-sign-in'
import './sign-in-desk.css'

export { inBrowser } from '@/gateway/device/in-browser'

const STEPS = [
  '拿出手机，打开“常来”小程序。扫这里的码，或者在“我的”“设置”里点“登录一台电脑”，写上六位。',
  '手机上会问：电脑上是哪个数字？点一样的那个，再点“同意”。',
  '这里自己就进去了，和手机上是同一个您。',
]

/** 在电脑上登录: what it is for and, beside it, the code for the phone. */
export function SignInDesk({ onSignedIn }: { onSignedIn: () => void }) {
  const signIn = useSignIn(onSignedIn)
  return (
    <View className="desk-columns sign-in">
      <View className="sign-in-words">
        <View className="sign-in-title">用手机登录这台电脑</View>
        <View className="sign-in-lead">
          报名、看课表，在大屏幕上也行；中心的工作人员在这里点名、排课、打印。不用记密码。
        </View>
        {STEPS.map((step, index) => (
          <View key={step} className="sign-in-step">
            <View className="sign-in-number">{index + 1}</View>
            <View>{step}</View>
          </View>
        ))}
        <View className="sign-in-care">
          <LockNote>
            {`离开 ${IDLE_MS / MINUTE} 分钟、最多 ${LONGEST_MS / HOUR} 个小时，自己退出。几个人合用的电脑，用完在“我的”里点“退出这台电脑”。私下的预约，只在手机上打开。`}
          </LockNote>
        </View>
      </View>
      <SignInCode signIn={signIn} />
    </View>
  )
}
