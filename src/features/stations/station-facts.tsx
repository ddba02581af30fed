import { momentInWords } from '@/domain/time/words'
import { callPhone } from '@/gateway/device/places'
import { Card } from '@/ui/card/card'
import { type Fact, Facts } from '@/ui/facts/facts'
import { FacilityList } from './facility-list'
import { isDoubted, trustInWords } from './station-words'
import type { StationView } from './station-view'

interface StationFactsProps {
  view: StationView
  now: number
  onWay: () => void
}

/** 一周里 6 个人确认过; while it is doubted, when it was last found open. */
function confirmedNote({ brief }: StationView, now: number): string | undefined {
  const { confirmedAt, confirmedBy } = brief
  if (confirmedAt === null) return '到了门口，点一下“确认开着”，帮后来的人'
  const doubted = isDoubted(brief, now) ? `上次说开着是${momentInWords(confirmedAt, now)}` : null
  const several = confirmedBy > 1 ? `一周里 ${confirmedBy} 个人确认过` : null
  return doubted ?? several ?? undefined
}

/** When, how to get in, who keeps it, whom to call. */
export function StationFacts({ view, now, onWay }: StationFactsProps) {
  const { brief, full, hours } = view
  const { entrance, address, facilities } = brief
  const phone = full?.phone ?? null
  const items: Fact[] = [
    { icon: 'clock', title: hours },
    {
      icon: isDoubted(brief, now) ? 'info' : 'check',
      title: trustInWords(brief, now),
      note: confirmedNote(view, now),
    },
    ...(entrance ? [{ icon: 'host' as const, name: '怎么进', title: entrance }] : []),
    {
      icon: 'pin',
      title: address,
      note: '在地图上看',
      label: `在地图上看${brief.name}`,
      onTap: onWay,
    },
    ...(full ? [{ icon: 'people' as const, name: '谁在管', title: full.runBy }] : []),
    ...(phone
      ? [
          {
            icon: 'phone' as const,
            title: phone,
            note: '打电话',
            label: `打电话给驿站，${phone}`,
            onTap: () => callPhone(phone),
          },
        ]
      : []),
  ]
  return (
    <Card>
      <Facts items={items} />
      <FacilityList facilities={facilities} />
    </Card>
  )
}
