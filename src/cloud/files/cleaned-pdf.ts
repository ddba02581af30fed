import { createRequire } from 'node:module'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { FileRefused } from './file-refused'
import type { PdfAnswer } from './pdf-worker'

export interface CleanedPdf {
  kind: 'pdf'
  content: Buffer
}

/** Beside this file: as it is written, or as it was bundled. */
const FROM_SOURCE = path.extname(__filename) === '.ts'
const PROGRAM = path.join(__dirname, `pdf-worker${path.extname(__filename)}`)

const WITHIN_MS = 8_000
const MOST_HEAP_MEGABYTES = 192

/**
 * A PDF written anew without its metadata (pdfWithoutMetadata says what goes). It is read in a thread
 * of its own with a limit to its time and memory, because a few kilobytes can be written so that
 * reading them never ends. Throws FileRefused: PDF_ENCRYPTED, PDF_BROKEN (past those limits, too).
 */
export async function cleanedPdf(content: Uint8Array): Promise<CleanedPdf> {
  const given = await askWorker(content)
  if ('refused' in given) {
    throw new FileRefused(given.refused, { cause: new Error(given.because) })
  }
  return { kind: 'pdf', content: Buffer.from(given.content) }
}

async function askWorker(content: Uint8Array): Promise<PdfAnswer> {
  const worker = new Worker(PROGRAM, {
    execArgv: FROM_SOURCE ? ['--require', createRequire(__filename).resolve('tsx/cjs')] : [],
    workerData: content,
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MEGABYTES },
    // The library may print; what it prints could come from the file.
    stdout: true,
    stderr: true,
  })
  try {
    return await new Promise<PdfAnswer>((resolve) => {
      const giveUp = (because: string) => resolve({ refused: 'PDF_BROKEN', because })
      const timer = setTimeout(giveUp, WITHIN_MS, 'not read in time')
      worker.once('message', resolve)
      worker.once('error', ({ name }) => giveUp(name))
      worker.once('exit', () => {
        clearTimeout(timer)
        giveUp('the thread ended')
      })
    })
  } finally {
    await worker.terminate()
  }
}
