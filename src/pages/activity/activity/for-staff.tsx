import { worksFor } from '@/features/me/holds-role'
import { useMe } from '@/features/me/use-me'
import { Button } from '@/ui/button/button'

interface ForStaffProps {
  centreId: string
  /** How many entries wait. */
  waiting: number
  onList: () => void
}

/** A way for staff to who waits for seats; nobody else sees it. */
export function ForStaff({ centreId, waiting, onList }: ForStaffProps) {
  const me = useMe()
  if (!worksFor(me.value, centreId)) return null
  return (
    <Button kind="quiet" block icon="people" onTap={onList}>
      {waiting > 0 ? `候补名单（${waiting} 位在等）` : '候补名单'}
    </Button>
  )
}
