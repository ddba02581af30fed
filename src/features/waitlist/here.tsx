import { View } from '@tarojs/components'
import { whoInWords } from './entry'
import { EntryCard } from './entry-card'
import { EntryQuestions } from './entry-questions'
import { type Entry, isOffered } from './offers'
import { OfferCard } from './offer-card'
import { useEntryActs } from './use-entry-acts'
import './here.css'

interface HereProps {
  /** My live entries in the pool that is shown. */
  entries: readonly Entry[]
  now: number
  onAccepted: (bookingId: string) => void
  onTicket: (bookingId: string) => void
  onChanged: () => void
}

/** On the page of a class: that I wait for it already, and what can be done about it. */
export function WaitingHere({ entries, now, onAccepted, onTicket, onChanged }: HereProps) {
  const acts = useEntryActs({ onAccepted, onChanged })
  if (entries.length === 0) return null
  return (
    <View className="waiting-here">
      {entries.map((entry) =>
        isOffered(entry, now) ? (
          <OfferCard key={entry.entryId} entry={entry} acts={acts} now={now}>
            <Whom entry={entry} />
          </OfferCard>
        ) : (
          <EntryCard key={entry.entryId} entry={entry} acts={acts} now={now}>
            <Whom entry={entry} />
          </EntryCard>
        ),
      )}
      <EntryQuestions acts={acts} now={now} onTicket={onTicket} />
    </View>
  )
}

/** Oneself alone need not be told whom it is for. */
function Whom({ entry }: { entry: Entry }) {
  const who = whoInWords(entry)
  return who === '我' ? null : <View className="waiting-whom">{`给${who}候补`}</View>
}
