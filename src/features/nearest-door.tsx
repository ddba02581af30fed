import { Door } from '@/ui/door/door'
import type { Centre } from './centres/current-centre'
import { go } from './navigation/routes'
import { useNearest } from './stations/use-nearest'
import { useOrigin } from './stations/use-origin'

interface NearestDoorProps {
  centre: Centre
  /** Milliseconds since the epoch. */
  now: number
}

/** 找驿站, and how far the nearest open one is when this phone knows. */
export function NearestDoor({ centre, now }: NearestDoorProps) {
  const nearest = useNearest(useOrigin([centre], centre), now)
  return (
    <Door
      seal="station"
      title="找驿站"
      note={nearest ?? '歇脚、充电、热饭'}
      onTap={() => go.tab('stations')}
    />
  )
}
