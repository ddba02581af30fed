import { useCallback, useEffect, useRef, useState } from 'react'
import { readShown, type ShownCode } from '@/domain/attendance/shown-code'
import { scanCode } from '@/gateway/device/scan'
import { vibrate } from '@/gateway/device/vibrate'
import { type ScanSaid, unreadableInWords } from './scan-words'

/** How long the answer is there to be read before the scanner opens again. */
const READ_MS = { yes: 1_400, no: 3_500 }

/** Scans one phone after another until the scanner is closed; what came of the last stays to be read. */
export function useScanner(scan: (shown: ShownCode) => Promise<ScanSaid>) {
  const [said, setSaid] = useState<ScanSaid | null>(null)
  const [on, setOn] = useState(false)
  const running = useRef(false)
  const latest = useRef(scan)
  latest.current = scan

  const take = useCallback(async (text: string): Promise<ScanSaid> => {
    const shown = readShown(text)
    const answer = shown ? await latest.current(shown) : unreadableInWords(text)
    setSaid(answer)
    vibrate(answer.ok ? 'short' : 'long')
    return answer
  }, [])
  const stop = useCallback(() => {
    running.current = false
    setOn(false)
  }, [])
  const start = useCallback(async () => {
    if (running.current) return
    running.current = true
    setOn(true)
    setSaid(null)
    while (running.current) {
      const text = await scanCode()
      if (text === null || !running.current) break
      const { ok } = await take(text)
      await new Promise((resolve) => setTimeout(resolve, ok ? READ_MS.yes : READ_MS.no))
    }
    stop()
  }, [stop, take])
  useEffect(() => stop, [stop])
  return { said, on, start, stop, take }
}
