import { useEffect, useState } from 'react'
import { type Verified, verifyInSlices } from '@/domain/ballot/verify'
import type { PublicBallot } from './ballot-words'

/** How far a check on this phone has come. */
export interface Check {
  /** 0 to 1. */
  part: number
  /** What it found; null while it goes on. */
  verified: Verified | null
}

const BEGUN: Check = { part: 0, verified: null }
/** So often the screen is told how far it is. */
const TOLD_EACH = 10

/**
 * Draws anew on this phone by what was published, a slice at a time with a pause for the screen after
 * each; again with every `turn`. `notedHash` is what this phone noted of the list before. Null while
 * there is nothing to check.
 */
export function useCheck(
  proof: PublicBallot | null,
  turn: number,
  notedHash: string | undefined,
): Check | null {
  const begun = proof === null || proof.list === null ? null : BEGUN
  const [check, setCheck] = useState<Check | null>(begun)
  useEffect(() => {
    setCheck(begun)
    if (proof === null || begun === null) return
    const work = verifyInSlices(proof, { listHash: notedHash })
    let timer: ReturnType<typeof setTimeout>
    let slices = 0
    const go = (): void => {
      const step = work.next()
      if (step.done) return setCheck({ part: 1, verified: step.value })
      if ((slices += 1) % TOLD_EACH === 0) setCheck({ part: step.value, verified: null })
      timer = setTimeout(go, 0)
    }
    timer = setTimeout(go, 0)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- `begun` follows from the proof
  }, [proof, turn, notedHash])
  return check
}
