import { useState } from 'react'
import { call } from '@/gateway/call/call'
import { serverNow } from '@/gateway/clock'
import { pickFile } from '@/gateway/device/pick-file'
import { upload } from '@/gateway/files/phone-upload'
import { type Sentence, sentenceFor } from '../refusal-words'
import { uploadSentence } from '../upload-words'
import type { ReadTimetable } from './timetable-words'
import { importTimetableWords, READING_TABLE, TIMETABLE_FILES } from './wording'

/** A timetable that was sent, and what was understood of it for a year. */
interface Sent {
  name: string
  fileId: string
  year: number
  read: ReadTimetable
}

const TABLES = '.xlsx,.xls,.csv'

/** Staff's way to see how their timetable is understood: choose, look; again for another year. */
export function useTimetable(centreId: string) {
  const [busy, setBusy] = useState<'sending' | 'reading' | null>(null)
  const [sent, setSent] = useState<Sent | null>(null)
  const [sentence, setSentence] = useState<Sentence | null>(null)

  const look = async (name: string, fileId: string, year: number): Promise<void> => {
    setBusy('reading')
    const reply = await call('staff.importTimetable', { centreId, fileId, year })
    setBusy(null)
    if (reply.ok) return setSent({ name, fileId, year, read: reply.value })
    setSentence(sentenceFor(importTimetableWords, READING_TABLE, reply, serverNow()))
  }

  return {
    busy,
    sent,
    sentence,
    choose: async (year: number): Promise<void> => {
      const file = await pickFile(TABLES)
      if (!file) return
      setSent(null)
      setSentence(null)
      setBusy('sending')
      const uploaded = await upload(file)
      if (uploaded.ok) return look(file.name, uploaded.value.fileId, year)
      setBusy(null)
      setSentence(uploadSentence(uploaded, READING_TABLE, serverNow(), TIMETABLE_FILES))
    },
    /** Reads the same file for another year; what was read for the year before goes at once. */
    readFor: async (year: number): Promise<void> => {
      if (!sent) return
      setSentence(null)
      setSent(null)
      await look(sent.name, sent.fileId, year)
    },
  }
}
