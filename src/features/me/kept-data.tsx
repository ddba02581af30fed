import type { Output } from '@/contract'
import { DATA_GROUPS } from '@/domain/retention/groups'
import type { DataGroupKey } from '@/domain/retention/kept-after'
import { type Fact, Facts } from '@/ui/facts/facts'
import type { IconName } from '@/ui/icon/icon-name'

interface KeptDataProps {
  groups: Output<'me.data'>['groups']
  /** Where each can be seen in full or put right; left out where it is only here. */
  doors: Partial<Record<DataGroupKey, { label: string; go: () => void }>>
}

const ICONS: Partial<Record<DataGroupKey, IconName>> = {
  ...{ identity: 'me', family: 'people', bookings: 'ticket', draws: 'swap', notices: 'info' },
  ...{ consultations: 'lock', stations: 'pin', desks: 'qr', calendar: 'calendar', roles: 'host' },
}

/** What is kept about me, each with what it is and for how long. */
export function KeptData({ groups, doors }: KeptDataProps) {
  const items = groups.flatMap(({ group, count }): Fact[] => {
    // A newer server may keep what this version has no words for.
    const words = DATA_GROUPS[group]
    if (!words) return []
    const door = doors[group]
    return [
      {
        icon: ICONS[group] ?? 'info',
        title: `${words.title}，${count} 条`,
        note: `${words.holds}。留多久：${words.kept}。`,
        ...(door ? { label: door.label, onTap: door.go } : {}),
      },
    ]
  })
  return <Facts items={items} />
}
