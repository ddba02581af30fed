import { create } from 'zustand'
import { intents, resume } from '@/gateway/call/call'
import { serverNow } from '@/gateway/clock'
import { network } from '@/gateway/device/network'
import { signedIn } from '@/gateway/session/session'
import { settleUnanswered } from './unanswered'
import { askMine } from './use-mine'

const useSaid = create<{ sentences: readonly string[] }>(() => ({ sentences: [] }))
let settling = false

/** Finds out what became of taps whose answer never came: at start, and when the network is back. */
export async function settleNow(): Promise<void> {
  if (settling || !signedIn() || intents.all().length === 0) return
  settling = true
  try {
    const found = await settleUnanswered({ intents, resume, askMine, now: serverNow })
    useSaid.setState(({ sentences }) => ({ sentences: [...sentences, ...found] }))
  } finally {
    settling = false
  }
}

/** Called once at start. */
export function followUnanswered(): void {
  void settleNow()
  network.subscribe(({ offline }) => {
    if (!offline) void settleNow()
  })
}

/** Says on the home screen and under 我的 what came of something that nobody waited for any more. */
export function sayLater(sentence: string): void {
  useSaid.setState(({ sentences }) => ({ sentences: [...sentences, sentence] }))
}

/** What was found out, until the person has read it. */
export function useUnanswered() {
  const { sentences } = useSaid()
  return { sentences, dismiss: () => useSaid.setState({ sentences: [] }) }
}
