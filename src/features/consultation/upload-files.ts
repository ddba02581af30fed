import { serverNow } from '@/gateway/clock'
import { upload } from '@/gateway/files/phone-upload'
import type { UploadFailure } from '@/gateway/files/uploaded'
import type { Sentence } from '../refusal-words'
import { uploadSentence } from '../upload-words'
import type { DraftFile } from './draft'
import { waitingAs } from './files'
import { pickedFile } from './picked-files'
import { SENDING } from './wording'

/** Files on their way: those that the host has now, and what stopped the rest. */
interface Sent {
  files: DraftFile[]
  sentence: Sentence | null
}

/** Sends what the host does not have (any more), one after another. */
export async function uploadFiles(files: readonly DraftFile[]): Promise<Sent> {
  const sent: DraftFile[] = [...files]
  for (const [index, file] of files.entries()) {
    if (waitingAs(file, serverNow()) !== null) continue
    const content = pickedFile(file.id)
    if (content === null) return { files: sent, sentence: goneSentence(file) }
    const uploaded = await upload(content)
    if (!uploaded.ok) return { files: sent, sentence: refusedSentence(file, uploaded) }
    sent[index] = { ...file, sent: { fileId: uploaded.value.fileId, at: serverNow() } }
  }
  return { files: sent, sentence: null }
}

const goneSentence = ({ name }: DraftFile): Sentence => ({
  title: '有一个附件要再选一遍',
  next: `“${name}”没有留在手机里。去掉它，或者再选一次。别的都还在。`,
})

const refusedSentence = ({ name }: DraftFile, failure: UploadFailure): Sentence =>
  uploadSentence(failure, SENDING, serverNow(), {
    FILE_KIND: {
      title: '有一个附件收不了',
      next: `“${name}”不是图片或 PDF。去掉它再送，别的都还在。`,
    },
  })
