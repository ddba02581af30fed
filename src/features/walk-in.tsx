import { View } from '@tarojs/components'
import type { Output } from '@/contract'
import { parseInstant } from '@/domain/time/instant'
import { BookFor } from './seats/book-for'

interface WalkInProps {
  lesson: Output<'attendance.roster'>
  now: number
  /** A seat was taken: the roster has somebody more. */
  onBooked: () => void
}

/** 临时来的: a seat for who comes by and reads out their code, where there is room and nobody waits. */
export function WalkIn({ lesson, now, onBooked }: WalkInProps) {
  const { walkIn, title, lesson: course, state } = lesson
  if (!walkIn || state === 'cancelled' || now < parseInstant(walkIn.opensAt)) return null
  const why = whyNot(walkIn, now)
  if (why) return <View className="note number walk-in-note">{why}</View>
  return (
    <BookFor
      poolId={walkIn.poolId}
      title={course ? `${title}（整门课）` : title}
      label={`临时来的，报上（余 ${walkIn.left} 席）`}
      onBooked={onBooked}
    />
  )
}

function whyNot(
  { left, waiting, closesAt }: NonNullable<WalkInProps['lesson']['walkIn']>,
  now: number,
): string | null {
  if (now >= parseInstant(closesAt)) return '报名截止了，临时来的这次报不上。'
  if (waiting > 0) return `有 ${waiting} 家在候补，空出来的先给他们，临时来的请先候补。`
  return left <= 0 ? '满了，临时来的请先候补，有人退就轮到。' : null
}
