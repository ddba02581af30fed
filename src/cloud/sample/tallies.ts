import type { MatterKind, Outcome, SealedService } from '@/domain/consultation/consultation'

/** What was closed in a month, as `consultation_tally` has it. */
export interface SampleTally {
  service: SealedService
  kind: MatterKind
  outcome: Outcome
  closed: number
  rated: number
  satisfactionSum: number
}

const legal = (kind: MatterKind, closed: number): SampleTally => ({
  ...{ service: 'legal', kind, outcome: 'advised', closed },
  ...{ rated: 1, satisfactionSum: 5 },
})
const settled = (kind: MatterKind, closed: number): SampleTally => ({
  ...{ service: 'mediation', kind, outcome: 'settled', closed },
  ...{ rated: 1, satisfactionSum: 4 },
})

/**
 * Sample data: what the centre is counted to have closed in the ten months before the sample was laid
 * out, oldest first. Together 33 residents were helped and 12 disputes settled, as the newspaper says;
 * when, of what kind, and how satisfied they were is invented.
 */
export const SAMPLE_TALLIES: readonly (readonly SampleTally[])[] = [
  [legal('housing', 2), legal('marriage-family', 1), settled('neighbours', 1)],
  [legal('marriage-family', 2), legal('labour', 1), settled('neighbours', 1)],
  [legal('housing', 2), legal('debt', 1), settled('neighbours', 1)],
  [legal('marriage-family', 2), legal('inheritance-support', 1), settled('neighbours', 1)],
  [legal('housing', 2), legal('labour', 1), settled('neighbours', 1)],
  [legal('marriage-family', 2), legal('debt', 1), settled('neighbours', 1)],
  [legal('housing', 3), legal('inheritance-support', 1), settled('neighbours', 1)],
  [legal('consumer', 2), legal('marriage-family', 1), settled('housing', 1)],
  [legal('housing', 2), legal('labour', 2), settled('neighbours', 1)],
  [legal('inheritance-support', 2), legal('debt', 2), settled('neighbours', 3)],
]
