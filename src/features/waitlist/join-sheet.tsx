import { View } from '@tarojs/components'
import type { Output } from '@/contract'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Confirm } from '@/ui/confirm/confirm'
import { Facts } from '@/ui/facts/facts'
import { Sheet } from '@/ui/sheet/sheet'
import { TO_THAT_BOOKING } from '../limit-words'
import { SentenceSheet } from '../sentence-sheet'
import { listEnd } from './standing'
import type { Joined, useJoining } from './use-joining'
import { chanceInWords, RULE, untilMoment } from './words'
import './join-sheet.css'

type Pool = Output<'activities.get'>['pools'][number]

interface JoinSheetProps {
  pool: Pool
  /** 我、小满; whom it is for. */
  names: string
  seats: number
  open: boolean
  joining: ReturnType<typeof useJoining>
  now: number
  onClose: () => void
  /** To all that I wait for. */
  onMine: () => void
  onTicket: (bookingId: string) => void
}

/** Before somebody waits: at which position, how it went for others there, by which rule; then that it is done. */
export function JoinSheet(props: JoinSheetProps) {
  const { open, joining, onClose } = props
  const { joined, obstacle, dismiss, join, busy } = joining
  const held = obstacle?.bookingId
  const close = (): void => {
    onClose()
    joining.forget()
  }
  return (
    <>
      <Sheet
        open={open && obstacle === null}
        title={joined ? '排上了' : `候补 ${props.seats} 席`}
        onClose={close}
      >
        {joined ? <Done {...props} joined={joined} onClose={close} /> : <Before {...props} />}
      </Sheet>
      <Confirm
        open={obstacle?.kind === 'clash'}
        title={obstacle?.sentence.title ?? ''}
        body={obstacle?.sentence.next ?? ''}
        yes="还是要候补"
        no="先不排"
        busy={busy}
        onYes={() => void join(true)}
        onNo={() => {
          dismiss()
          close()
        }}
      />
      <SentenceSheet
        sentence={obstacle && obstacle.kind !== 'clash' ? obstacle.sentence : null}
        action={
          obstacle?.kind === 'unknown'
            ? { label: '再试一次', onTap: () => void join() }
            : held
              ? { label: TO_THAT_BOOKING, onTap: () => props.onTicket(held) }
              : null
        }
        onClose={() => {
          dismiss()
          // What was chosen stays where asking again may help.
          if (obstacle?.kind === 'refused') close()
        }}
      />
    </>
  )
}

function Before({ pool, names, seats, joining, now, onClose }: JoinSheetProps) {
  const end = listEnd(pool)
  return (
    <>
      <View className="join-position number">{`会排第 ${(pool.waiting ?? 0) + 1} 位`}</View>
      <View className="join-facts">
        <Facts
          items={[
            {
              icon: 'people',
              title: names,
              note: seats > 1 ? '要么一起有座，要么接着等' : undefined,
            },
            ...(pool.chance === undefined
              ? []
              : [{ icon: 'info' as const, title: chanceInWords(pool.chance) }]),
            {
              icon: 'clock',
              title: RULE,
              note: end === null ? undefined : untilMoment('最晚等到', end, now),
            },
          ]}
        />
      </View>
      <View className="join-acts">
        <Button block busy={joining.busy} onTap={() => void joining.join()}>
          {joining.busy ? '正在排' : '排上候补'}
        </Button>
        <Button kind="ghost" block disabled={joining.busy} onTap={onClose}>
          先不排
        </Button>
      </View>
    </>
  )
}

function Done({ joined, onClose, onMine }: JoinSheetProps & { joined: Joined }) {
  const { position, wish } = joined
  return (
    <View {...aria({ role: 'status' })}>
      <View className="join-position number">{`排第 ${position} 位`}</View>
      <View className="join-next number">
        {`${wish.names}，等 ${wish.attendeeIds.length} 席。轮到了，席位先给您留着。“我的”里会写留到几点，点“要，报上”就行。`}
      </View>
      <View className="join-acts">
        <Button
          block
          onTap={() => {
            onClose()
            onMine()
          }}
        >
          我的候补
        </Button>
        <Button kind="ghost" block onTap={onClose}>
          好了
        </Button>
      </View>
    </View>
  )
}
