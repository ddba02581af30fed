import type { OperationName } from '@/contract'

/** What a command's answer is kept under, so that its effect and its answer are written together. */
export interface Intent {
  personId: string
  requestId: string
  operation: OperationName
  /** SHA-256 of the canonical input; keyed with the deployment's secret where that is private. */
  inputHash: Buffer
  /** The centre of the command's target; '-' where it has none. */
  centreId: string
}
