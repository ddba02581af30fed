import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Tag } from '@/ui/tag/tag'
import { Copied, Unread } from '../answer-states'
import {
  canContest,
  RULE,
  standingInWords,
  type Strike,
  strikeStanding,
  strikeWhat,
  strikeWhen,
} from './strike-words'
import type { useStrikes } from './use-strikes'
import { mineWords } from './wording'
import './my-strikes.css'

interface MyStrikesProps {
  mine: ReturnType<typeof useStrikes>
  visitor: boolean
  now: number
  onSignIn: () => void
}

/** 没来的记录: the rule, what counts now, each of them, and the way to say something about it. */
export function MyStrikes({ mine, visitor, now, onSignIn }: MyStrikesProps) {
  const { answer } = mine
  return (
    <>
      <Copied answer={answer} now={now} />
      {visitor ? (
        <Card>
          <Empty
            scene="gate"
            title="还没选身份"
            note="选一个身份，就能看到自己的记录"
            action={{ label: '选身份', onTap: onSignIn }}
          />
        </Card>
      ) : answer.value !== null ? (
        <Known {...answer.value} mine={mine} now={now} />
      ) : answer.failure ? (
        <Unread answer={answer} words={mineWords} now={now} />
      ) : (
        <Skeleton kind="list" />
      )}
      <Section title="怎么记">
        <Card>
          <View className="strike-rule">
            {RULE.map((sentence) => (
              <View key={sentence}>{sentence}</View>
            ))}
          </View>
        </Card>
      </Section>
    </>
  )
}

interface KnownProps {
  strikes: readonly Strike[]
  centres: readonly Parameters<typeof standingInWords>[0][]
  mine: ReturnType<typeof useStrikes>
  now: number
}

function Known({ strikes, centres, mine, now }: KnownProps) {
  if (strikes.length === 0) {
    return (
      <Card>
        <Empty scene="sealed" title="一次也没有" note="报了名都来了，谢谢您把座位留给要用的人。" />
      </Card>
    )
  }
  return (
    <>
      {centres.map((standing) => {
        const { title, note } = standingInWords(standing)
        return (
          <Card key={standing.centreId}>
            <View className="strike-title number">{title}</View>
            <View className="note number">{note}</View>
          </Card>
        )
      })}
      <Section title="这些次">
        {strikes.map((strike) => (
          <StrikeCard key={strike.strikeId} strike={strike} mine={mine} now={now} />
        ))}
      </Section>
    </>
  )
}

function StrikeCard({ strike, mine, now }: Pick<KnownProps, 'mine' | 'now'> & { strike: Strike }) {
  const { strikeId, title } = strike
  const { tag, words } = strikeStanding(strike, now)
  const problem = mine.problem?.strikeId === strikeId ? mine.problem : null
  return (
    <Card>
      <View className="strike-head">
        <View className="strike-title">{title}</View>
        <Tag tone={tag.tone}>{tag.text}</Tag>
      </View>
      <View className="note number">{strikeWhen(strike, now)}</View>
      <View className="strike-words number">{`${strikeWhat(strike)}。${words}`}</View>
      {problem ? (
        <View className="strike-problem" {...aria({ role: 'alert' })}>
          <View className="strike-title">{problem.title}</View>
          <View>{problem.next}</View>
        </View>
      ) : null}
      {canContest(strike, now) ? (
        <View className="strike-act">
          <Button
            kind="ghost"
            block
            busy={mine.busyId === strikeId}
            label={`有话说：${title}`}
            onTap={() => void mine.contest(strikeId)}
          >
            有话说
          </Button>
        </View>
      ) : null}
    </Card>
  )
}
