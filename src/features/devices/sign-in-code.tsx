import { Image, View } from '@tarojs/components'
import { parseInstant } from '@/domain/time/instant'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Empty } from '@/ui/empty/empty'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { pageSquare } from '../page-square'
import { useNow } from '../use-now'
import type { Begun, SignIn } from './use-sign-in'
import { spokenImage } from '@/ui/picture/spoken-image'
import './sign-in-code.css'

/** The code for the phone, the number to tell, how long there is, and how it stands. */
export function SignInCode({ signIn }: { signIn: SignIn }) {
  const { begun, state, lost, problem, again } = signIn
  if (problem) return <Ended title={problem.title} note={problem.next} onAgain={again} />
  if (!begun) return <Skeleton kind="ticket" />
  if (state === 'refused') {
    return (
      <Ended
        title="手机上没有同意"
        note="这台电脑没有登录。点错了的话，换一个新的码再来。"
        onAgain={again}
      />
    )
  }
  if (state === 'expired' || state === 'claimed') {
    return <Ended title="这个码过时了" note="一个码用三分钟，换一个新的再扫。" onAgain={again} />
  }
  return (
    <View className="sign-in-card">
      <Square begun={begun} dimmed={state !== 'waiting'} />
      <View
        className="sign-in-letters"
        {...aria({ role: 'img', label: `六位 ${Array.from(begun.code).join(' ')}` })}
      >
        {begun.code.slice(0, 3)}
        <View className="sign-in-gap" />
        {begun.code.slice(3)}
      </View>
      <View className="sign-in-check">
        <View>手机上点这个数字</View>
        <View className="sign-in-check-number">{begun.check}</View>
      </View>
      <View className="sign-in-state" {...aria({ role: 'status', live: 'polite' })}>
        {lost
          ? '没连上，正在再试'
          : state === 'approved'
            ? '同意了，正在进去'
            : state === 'seen'
              ? '手机看到了，在手机上点“同意”'
              : '等手机扫码'}
      </View>
      <Left until={parseInstant(begun.expiresAt)} />
    </View>
  )
}

function Square({ begun, dimmed }: { begun: Begun; dimmed: boolean }) {
  const { picture, page, scene } = begun
  const source = picture ? `data:image/png;base64,${picture}` : pageSquare(page, scene)
  return source ? (
    <Image
      className={dimmed ? 'sign-in-square sign-in-dimmed' : 'sign-in-square'}
      src={source}
      {...spokenImage('登录的码，用手机扫')}
    />
  ) : null
}

/** How long the code is good for; not read out at each second. */
function Left({ until }: { until: number }) {
  const now = useNow(secondsTo(until))
  const seconds = Math.max(0, Math.ceil((until - now) / 1000))
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return <View className="sign-in-left number">{`还能用 ${text}`}</View>
}

function secondsTo(until: number): number[] {
  return Array.from({ length: 180 }, (_, seconds) => until - seconds * 1000)
}

function Ended(props: { title: string; note: string; onAgain: () => void }) {
  return (
    <View className="sign-in-card" {...aria({ role: 'alert' })}>
      <Empty scene="gate" title={props.title} note={props.note} />
      <Button icon="refresh" onTap={props.onAgain}>
        换一个新的码
      </Button>
    </View>
  )
}
