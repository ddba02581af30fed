import { parseInstant, timeOf } from '@/domain/time/instant'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import type { StaffDay } from './use-staff-day'

interface ClinicsProps {
  clinics: NonNullable<StaffDay['clinics']>
  onOpen: (poolId: string) => void
}

/** The clinics of today, and how many wait to be called. */
export function Clinics({ clinics, onOpen }: ClinicsProps) {
  return (
    <Section title="今天的坐诊">
      <Rows label="今天的坐诊">
        {clinics.map(({ poolId, title, place, startsAt, called, waiting }) => {
          const standing = called === null ? '还没开始叫号' : `叫到 ${called} 号`
          const tag = waiting > 0 ? `${waiting} 位在等` : '没人在等'
          return (
            <Row
              key={poolId}
              seal="clinic"
              time={timeOf(parseInstant(startsAt))}
              title={title}
              note={`${place} · ${standing}`}
              tag={{ tone: waiting > 0 ? 'info' : 'quiet', text: tag }}
              label={`${title}，${place}，${standing}，${tag}`}
              onTap={() => onOpen(poolId)}
            />
          )
        })}
      </Rows>
    </Section>
  )
}

interface OpeningProps {
  opening: NonNullable<StaffDay['opening']>
  onOpen: (activityId: string, poolId: string) => void
}

/** What opens for booking later today: the telephone will ring. */
export function Opening({ opening, onOpen }: OpeningProps) {
  return (
    <Section title="今天开放报名">
      <Rows label="今天开放报名">
        {opening.map(({ activityId, poolId, title, opensAt, capacity }) => (
          <Row
            key={poolId}
            time={timeOf(parseInstant(opensAt))}
            title={title}
            note={`${capacity} 席`}
            onTap={() => onOpen(activityId, poolId)}
          />
        ))}
      </Rows>
    </Section>
  )
}
