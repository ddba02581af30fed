import { useState } from 'react'
import type { Input, Output } from '@/contract'
import type { Datum } from '@/domain/stations/datum'
import { call } from '@/gateway/call/call'
import { serverNow } from '@/gateway/clock'
import { pickFile } from '@/gateway/device/pick-file'
import { upload } from '@/gateway/files/phone-upload'
import { stationList } from '@/gateway/stations/phone-station-list'
import { type Sentence, sentenceFor } from '../refusal-words'
import { uploadSentence } from '../upload-words'
import { importWords, LIST_FILES, LOOKING, previewImportWords, TAKING } from './import-wording'

export type Preview = Output<'stations.previewImport'>
export type Counts = Preview['counts']

/** A list on its way in: the file that was sent, and what it would change. */
interface Sent {
  name: string
  fileId: string
  preview: Preview
}

export type Removals = Required<Pick<Input<'stations.import'>, 'removeMissing' | 'restore'>>

const TABLES = '.xlsx,.xls,.csv'

/** Staff's way to take a list of stations into a centre: choose, look, take in. */
export function useImport(centreId: string) {
  const [busy, setBusy] = useState<'sending' | 'looking' | 'taking' | null>(null)
  const [sent, setSent] = useState<Sent | null>(null)
  const [done, setDone] = useState<Counts | null>(null)
  const [sentence, setSentence] = useState<Sentence | null>(null)

  const look = async (name: string, fileId: string, datum?: Datum): Promise<void> => {
    setBusy('looking')
    const input = { centreId, fileId, ...(datum ? { datum } : {}) }
    const reply = await call('stations.previewImport', input)
    setBusy(null)
    if (reply.ok) return setSent({ name, fileId, preview: reply.value })
    setSentence(sentenceFor(previewImportWords, LOOKING, reply, serverNow()))
  }

  return {
    busy,
    sent,
    done,
    sentence,
    choose: async (): Promise<void> => {
      const file = await pickFile(TABLES)
      if (!file) return
      setSent(null)
      setDone(null)
      setSentence(null)
      setBusy('sending')
      const uploaded = await upload(file)
      if (uploaded.ok) return look(file.name, uploaded.value.fileId)
      setBusy(null)
      setSentence(uploadSentence(uploaded, LOOKING, serverNow(), LIST_FILES))
    },
    readAs: async (datum: Datum): Promise<void> => {
      if (sent) await look(sent.name, sent.fileId, datum)
    },
    take: async (removals: Removals): Promise<void> => {
      if (!sent) return
      const { fileId, preview } = sent
      setSentence(null)
      setBusy('taking')
      const input = { centreId, fileId, datum: preview.datum, ...removals }
      const reply = await call('stations.import', input)
      setBusy(null)
      if (!reply.ok) return setSentence(sentenceFor(importWords, TAKING, reply, serverNow()))
      setSent(null)
      setDone(reply.value.counts)
      void stationList.refresh()
    },
  }
}
