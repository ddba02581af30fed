import { useState } from 'react'
import { MyStrikes } from '@/features/attendance/my-strikes'
import { useStrikes } from '@/features/attendance/use-strikes'
import { useMe } from '@/features/me/use-me'
import { PersonaSheet } from '@/features/persona/persona-sheet'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'

/** 没来的记录: what counts, what it leads to, and the way to say something about it. */
export default function MyAttendance() {
  const { visitor } = useMe()
  const mine = useStrikes(visitor)
  const now = useNow()
  const [signing, setSigning] = useState(false)
  return (
    <Screen back title="没来的记录" onRefresh={mine.answer.refresh}>
      <MyStrikes mine={mine} visitor={visitor} now={now} onSignIn={() => setSigning(true)} />
      <PersonaSheet open={signing} onClose={() => setSigning(false)} />
    </Screen>
  )
}
