import { Confirm } from '@/ui/confirm/confirm'
import { TO_THAT_BOOKING } from '../limit-words'
import { SentenceSheet } from '../sentence-sheet'
import { isOffered } from './offers'
import type { EntryActs } from './use-entry-acts'
import { leavingInWords } from './words'

interface EntryQuestionsProps {
  acts: EntryActs
  now: number
  onTicket: (bookingId: string) => void
}

/** What is asked before an entry is given up or accepted, and what stood in the way. */
export function EntryQuestions({ acts, now, onTicket }: EntryQuestionsProps) {
  const { leaving, stuck, busy } = acts
  const offered = leaving !== null && isOffered(leaving, now)
  const clash = stuck?.obstacle.kind === 'clash'
  const held = stuck?.obstacle.bookingId
  return (
    <>
      <Confirm
        open={leaving !== null}
        title={offered ? `不要这 ${leaving.seats} 席了？` : '退出候补？'}
        body={leaving ? leavingInWords(leaving, offered) : ''}
        yes={offered ? '不要了' : '退出'}
        no={offered ? '先留着' : '接着等'}
        danger
        busy={busy}
        onYes={() => leaving && void acts.leave(leaving)}
        onNo={() => acts.ask(null)}
      />
      <Confirm
        open={clash}
        title={clash ? stuck.obstacle.sentence.title : ''}
        body={clash ? stuck.obstacle.sentence.next : ''}
        yes="还是要"
        no="先不要"
        busy={busy}
        onYes={() => stuck && void acts.accept(stuck.entry, true)}
        onNo={acts.dismiss}
      />
      <SentenceSheet
        sentence={stuck && !clash ? stuck.obstacle.sentence : null}
        action={
          stuck?.obstacle.kind === 'unknown'
            ? { label: '再试一次', onTap: acts.again }
            : held
              ? { label: TO_THAT_BOOKING, onTap: () => onTicket(held) }
              : null
        }
        onClose={acts.dismiss}
      />
    </>
  )
}
