import { useState } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { SpokenCodeField } from '../spoken-code-field'
import { SPOKEN_CODE_LENGTH } from '../spoken-code-words'
import { useBookFor } from './use-book-for'
import './book-for.css'

interface BookForProps {
  poolId: string
  /** What is booked, for the head of the sheet. */
  title: string
  /** What the button says; 替人报名 when left out. */
  label?: string
  /** A seat was taken: what the page shows is old. */
  onBooked: () => void
}

/** 替人报名: for volunteers and staff, with a code that the person at the counter reads out. */
export function BookFor({ poolId, title, label = '替人报名', onBooked }: BookForProps) {
  const [open, setOpen] = useState(false)
  const [code, setCode] = useState('')
  const { book, busy, booked, problem, forget } = useBookFor(poolId)
  const close = (): void => {
    setOpen(false)
    if (!booked) return
    setCode('')
    forget()
    onBooked()
  }
  return (
    <View className="book-for">
      <Button kind="quiet" block onTap={() => setOpen(true)}>
        {label}
      </Button>
      <Sheet open={open} title={booked ? '替对方报上了' : `替人报“${title}”`} onClose={close}>
        {booked ? (
          <View {...aria({ role: 'status' })}>
            {booked.number === null ? null : (
              <View className="book-for-number">{`${booked.number} 号`}</View>
            )}
            <View className="book-for-next">
              {`签到码 ${booked.checkInCode.slice(0, 4)} ${booked.checkInCode.slice(4)}。对方的“我的”里也有，不想去了自己能退。`}
            </View>
            <Button block onTap={close}>
              好了
            </Button>
          </View>
        ) : (
          <>
            <View className="note book-for-how">
              请对方打开“我的”里的“家里人”，点“让家里人替我报名”。把口令念给您。一个口令报一次。
            </View>
            <SpokenCodeField
              value={code}
              onChange={(heard) => {
                forget()
                setCode(heard)
              }}
            />
            {problem ? (
              <View className="book-for-problem" {...aria({ role: 'alert' })}>
                <View className="book-for-why">{problem.title}</View>
                <View className="note number">{problem.next}</View>
              </View>
            ) : null}
            <Button
              block
              busy={busy}
              disabled={code.length < SPOKEN_CODE_LENGTH}
              onTap={() => void book(code, problem?.clash)}
            >
              {problem?.clash ? '还是要报' : '替对方报名'}
            </Button>
          </>
        )}
      </Sheet>
    </View>
  )
}
