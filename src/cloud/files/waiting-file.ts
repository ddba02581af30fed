import { randomBytes } from 'node:crypto'
import { localKey } from '@/domain/access/key'
import type { Allowance } from '@/cloud/store/queries/uploaded-files'

/** What one person may have sent within a day: enough for a case with its papers, no store for films. */
export const ALLOWANCE: Allowance = { files: 30, bytes: 80 * 1024 * 1024 }

const FILE_ID_BYTES = 16

/** The name of a file that waits for an operation to take it up. */
export const newFileId = (): string => `f-${localKey(randomBytes(FILE_ID_BYTES))}`
