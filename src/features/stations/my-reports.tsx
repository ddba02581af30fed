import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { signedIn } from '@/gateway/session/session'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { useAnswer } from '../use-answer'
import { saidInWords, SETTLED_WORDS } from './report-words'
import { MINE } from './use-telling'

const SHOWN = 3

/** What I said was wrong with this station, and what came of it. */
export function MyReports({ stationId, now }: { stationId: string; now: number }) {
  const { value } = useAnswer(signedIn() ? MINE : null)
  const mine = (value?.reports ?? []).filter(
    (report) => report.stationId === stationId && report.kind !== 'fine',
  )
  if (mine.length === 0) return null
  return (
    <Section title="我说过的">
      <Rows label="我说过的">
        {mine.slice(0, SHOWN).map(({ reportId, kind, facility, reportedAt, answer }) => (
          <Row
            key={reportId}
            title={`${momentInWords(parseInstant(reportedAt), now)} ${saidInWords(kind, facility)}`}
            note={
              answer ? `答复：${answer.line ?? SETTLED_WORDS[answer.settlement]}` : '还没有答复'
            }
            tag={answer ? { tone: 'free', text: '有答复' } : undefined}
          />
        ))}
      </Rows>
    </Section>
  )
}
