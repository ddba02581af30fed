import type { Centre } from '@/features/centres/current-centre'
import { go } from '@/features/navigation/routes'
import { useNearest } from '@/features/stations/use-nearest'
import { useOrigin } from '@/features/stations/use-origin'
import { Door } from '@/ui/door/door'

interface StationDoorProps {
  centre: Centre
  /** Milliseconds since the epoch. */
  now: number
}

/** 找驿站, and how far the nearest open one is when this phone knows. */
export function StationDoor({ centre, now }: StationDoorProps) {
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
