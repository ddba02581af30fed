import { Button } from '@/ui/button/button'
import type { Centre } from './current-centre'
import { callCentre } from './use-centre'

/** The one button that always helps, for the foot of a screen in 大字. */
export function CallFoot({ centre }: { centre: Centre }) {
  return (
    <Button kind="call" block icon="phone" onTap={() => callCentre(centre)}>
      打电话给中心
    </Button>
  )
}
