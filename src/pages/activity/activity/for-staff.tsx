import { worksFor } from '@/features/me/holds-role'
import { useMe } from '@/features/me/use-me'
import { Button } from '@/ui/button/button'

interface ForStaffProps {
  centreId: string
  /** How many entries wait. */
  waiting: number
  onList: () => void
  onChange: () => void
}

/** A way for staff to who waits for seats, and to move or cancel a lesson; nobody else sees it. */
export function ForStaff({ centreId, waiting, onList, onChange }: ForStaffProps) {
  const me = useMe()
  if (!worksFor(me.value, centreId)) return null
  return (
    <>
      <Button kind="quiet" block icon="people" onTap={onList}>
        {waiting > 0 ? `候补名单（${waiting} 位在等）` : '候补名单'}
      </Button>
      <Button kind="quiet" block icon="calendar" onTap={onChange}>
        改期、取消
      </Button>
    </>
  )
}
