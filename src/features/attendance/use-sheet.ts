import { useState } from 'react'
import { useUnload } from '@tarojs/taro'
import type { Output } from '@/contract'
import type { SheetPurpose } from '@/domain/attendance/sheet'
import { forgetOpened, openWorkbook } from '@/gateway/device/open-file'
import { type Answered, useAnswer } from '../use-answer'

export type Sheet = Output<'attendance.sheet'>

/** A lesson's sheet for a purpose, as the cloud masked it; no copy of it stays on the phone. */
export function useSheet(
  occurrenceId: string,
  purpose: SheetPurpose,
): { answer: Answered<'attendance.sheet'>; stuck: boolean; save: () => Promise<void> } {
  const answer = useAnswer({ operation: 'attendance.sheet', input: { occurrenceId, purpose } })
  const [stuck, setStuck] = useState(false)
  useUnload(forgetOpened)
  const save = async (): Promise<void> => {
    const file = answer.value?.file
    if (file) setStuck(!(await openWorkbook(file.name, file.base64)))
  }
  return { answer, stuck, save }
}
