import { parentPort, workerData } from 'node:worker_threads'
import { EncryptedPDFError } from '@cantoo/pdf-lib'
import { limitDecoding } from './decoding-budget'
import type { RefusedFile } from './file-refused'
import { pdfWithoutMetadata } from './pdf-without-metadata'

export type PdfAnswer = { content: Uint8Array } | { refused: RefusedFile; because: string }

const MOST_UNPACKED_BYTES = 32 * 1024 * 1024

/** The thread that cleanedPdf starts: takes one PDF, posts one PdfAnswer. */
async function answer(): Promise<PdfAnswer> {
  const content = workerData as Uint8Array
  try {
    limitDecoding(MOST_UNPACKED_BYTES)
    return { content: await pdfWithoutMetadata(content) }
  } catch (error) {
    // Where the objects themselves are encrypted, reading them fails before anybody asks whether.
    const encrypted =
      error instanceof EncryptedPDFError || Buffer.from(content).includes('/Encrypt')
    return {
      refused: encrypted ? 'PDF_ENCRYPTED' : 'PDF_BROKEN',
      because: (error as Error).name,
    }
  }
}

void answer().then((given) => parentPort!.postMessage(given))
