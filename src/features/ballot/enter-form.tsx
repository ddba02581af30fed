import { type ReactNode, useState } from 'react'
import { View } from '@tarojs/components'
import { useAppearance } from '@/ui/appearance'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Confirm } from '@/ui/confirm/confirm'
import { type Fact, Facts } from '@/ui/facts/facts'
import { Foot } from '@/ui/foot/foot'
import { Screen } from '@/ui/screen/screen'
import { StepBar } from '@/ui/step-bar/step-bar'
import { TO_THAT_BOOKING } from '../limit-words'
import { SentenceSheet } from '../sentence-sheet'
import { at, ODDS, type PublicBallot, wishName } from './ballot-words'
import type { EnterWish } from './enter-obstacle'
import { drafts, type useEnter } from './use-enter'
import { WishChoice } from './wish-choice'
import { keptWishes, toggledWish } from './wishes'
import './enter-form.css'

interface EnterFormProps {
  ballot: PublicBallot
  /** The class that led here. */
  poolId: string
  people: EnterWish['people']
  /** The choice of people; null for somebody without family, who enters for oneself. */
  whom: ReactNode | null
  names: string
  desk: ReturnType<typeof useEnter>
  now: number
  onTicket: (bookingId: string) => void
  /** What else may lie over the screen. */
  children?: ReactNode
}

type Part = 'whom' | 'wishes' | 'check'

/** Entering a ballot: for whom, which classes in their order, and what the rules are. */
export function EnterForm(props: EnterFormProps) {
  const { ballot, poolId, people, whom, names, desk, now } = props
  const { ballotId, pools } = ballot
  const [wishes, setWishes] = useState(() =>
    keptWishes(drafts.read(ballotId)?.wishes ?? [], pools, poolId),
  )
  const [step, setStep] = useState(0)
  const large = useAppearance(({ scale }) => scale) === 'large'
  const parts: Part[] = [
    ...(whom ? (['whom'] as const) : []),
    ...(pools.length > 1 ? (['wishes'] as const) : []),
    'check',
  ]
  // In 大字 one decision fills a screen.
  const shown = large ? parts.slice(step, step + 1) : parts
  const last = !large || step === parts.length - 1
  const wished = wishes.flatMap((wish) => pools.filter((pool) => pool.poolId === wish))
  const wish: EnterWish = { pools: wished, people }
  const toggle = (tapped: string) => {
    const next = toggledWish(wishes, tapped)
    setWishes(next)
    const attendeeIds = people.map(({ attendeeId }) => attendeeId)
    drafts.keep(ballotId, { wishes: next, attendeeIds })
  }
  const missing =
    shown.includes('whom') && people.length === 0
      ? '先选给谁登记'
      : shown.includes('wishes') && wished.length === 0
        ? '先点想要的班'
        : null
  const summary: Fact[] = [
    ...(large && whom ? [{ icon: 'people' as const, title: `给 ${names} 登记` }] : []),
    ...(large || pools.length === 1
      ? wished.map(({ title }, place) => ({
          icon: 'book' as const,
          title,
          ...(pools.length > 1 ? { note: wishName(place + 1) } : {}),
        }))
      : []),
    { icon: 'info', title: ODDS, note: '一家人登记成一份，按没摇中最多的那位算' },
    {
      icon: 'calendar',
      title: `${at(ballot.numberAt, now)} 公布数字再摇`,
      note: `用${ballot.numberSource}，谁也没法提前知道`,
    },
    {
      icon: 'clock',
      title: `${at(ballot.closesAt, now)} 前都能撤回重填`,
      note: '早登记晚登记都一样',
    },
  ]
  const on = (
    <Button
      block
      busy={desk.busy}
      disabled={missing !== null}
      label={missing ? `登记，${missing}` : undefined}
      onTap={() => (last ? void desk.enter(wish) : setStep(step + 1))}
    >
      {last ? (desk.busy ? '正在登记' : '登记') : (missing ?? '下一步')}
    </Button>
  )
  const foot = large ? (
    <>
      {step > 0 ? (
        <Button kind="ghost" block onTap={() => setStep(step - 1)}>
          上一步
        </Button>
      ) : null}
      {on}
    </>
  ) : (
    <Foot
      title={people.length > 1 ? `${people.length} 位一份` : '登记一份'}
      note={missing ?? `${wished.length} 个志愿，最多中一个`}
    >
      {on}
    </Foot>
  )
  const { obstacle } = desk
  const held = obstacle?.bookingId
  return (
    <Screen back title="登记摇号" footer={foot}>
      {large && parts.length > 1 ? <StepBar of={parts.length} at={step + 1} /> : null}
      {shown.includes('whom') ? whom : null}
      {shown.includes('wishes') ? (
        <WishChoice pools={pools} wishes={wishes} now={now} onToggle={toggle} />
      ) : null}
      {shown.includes('check') ? (
        <View className="enter-check">
          <Card>
            <Facts items={summary} />
          </Card>
        </View>
      ) : null}
      <Confirm
        open={obstacle?.kind === 'clash'}
        title={obstacle?.sentence.title ?? ''}
        body={obstacle?.sentence.next}
        yes="仍要登记"
        no="先不登记"
        busy={desk.busy}
        onYes={() => void desk.enter(wish, true)}
        onNo={desk.dismiss}
      />
      <SentenceSheet
        sentence={obstacle && obstacle.kind !== 'clash' ? obstacle.sentence : null}
        action={
          obstacle?.kind === 'again'
            ? { label: '再试一次', onTap: () => void desk.enter(wish) }
            : held
              ? { label: TO_THAT_BOOKING, onTap: () => props.onTicket(held) }
              : null
        }
        onClose={desk.dismiss}
      />
      {props.children}
    </Screen>
  )
}
