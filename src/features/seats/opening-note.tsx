import { withinOf } from '@/domain/seats/first-try'
import { parseInstant } from '@/domain/time/instant'
import { Card } from '@/ui/card/card'
import { Facts } from '@/ui/facts/facts'
import { Section } from '@/ui/section/section'
import { openingRules } from './waiting-wording'

interface OpeningNoteProps {
  pool: { opensAt: string; firstTryWithinMs?: number | undefined }
}

/** How seats are given when a pool opens, for whoever waits for it. */
export function OpeningNote({ pool }: OpeningNoteProps) {
  const rules = openingRules(parseInstant(pool.opensAt), withinOf(pool.firstTryWithinMs))
  return (
    <Section title="到点怎么报">
      <Card>
        <Facts items={rules} />
      </Card>
    </Section>
  )
}
