import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Check, Checks } from '@/ui/checks/checks'
import { Chip, ChipRow } from '@/ui/chip/chip'
import { Confirm } from '@/ui/confirm/confirm'
import { Empty } from '@/ui/empty/empty'
import { notice } from '@/ui/notice/notice'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { TextField } from '@/ui/text-field/text-field'
import { Tiles } from '@/ui/tile/tile'
import { Unread } from '../answer-states'
import { useTyped } from '../use-typed'
import {
  daysFor,
  EMPTY_ANNOUNCEMENT,
  hoursFor,
  missingOf,
  numberAtOf,
  SOURCE_LENGTH,
  SOURCES,
  toggledPool,
} from './announce-draft'
import { at } from './ballot-words'
import { Problem } from './problem'
import { useDeskCommand, usePoolsToDraw } from './use-desk'
import { announceWords, poolsWords } from './wording'
import './announce-form.css'

interface AnnounceFormProps {
  centreId: string
  now: number
  onAnnounced: () => void
}

/** 公布一场摇号, for staff: which classes, and by which number they will be drawn. */
export function AnnounceForm({ centreId, now, onAnnounced }: AnnounceFormProps) {
  const answer = usePoolsToDraw(centreId)
  const [draft, setDraft, dropDraft] = useTyped(`announce ${centreId}`, EMPTY_ANNOUNCEMENT)
  const [asked, setAsked] = useState(false)
  const { send, busy, problem } = useDeskCommand('ballot.announce', announceWords)
  if (answer.value === null) {
    return answer.failure ? (
      <Unread answer={answer} words={poolsWords} now={now} />
    ) : (
      <Skeleton kind="list" />
    )
  }
  const { pools } = answer.value
  if (pools.length === 0) {
    return <Empty scene="bench" title="没有等着公布的" note="设成摇号的班，会在这里等您公布。" />
  }
  const chosen = pools.filter(({ poolId }) => draft.poolIds.includes(poolId))
  const missing = missingOf(draft)
  const announce = async () => {
    const done = await send({
      centreId,
      poolIds: [...draft.poolIds],
      numberSource: draft.source.trim(),
      numberAt: numberAtOf(draft),
    })
    setAsked(false)
    if (!done) return
    dropDraft()
    notice('公布了，居民可以登记了')
    onAnnounced()
  }
  return (
    <>
      <View className="desk-columns">
        <View>
          <Section title="哪几班一起摇" note="同时截止的才能一起">
            <Checks label="哪几班一起摇">
              {pools.map((pool) => (
                <Check
                  key={pool.poolId}
                  label={pool.title}
                  note={`${pool.capacity} 席，登记到 ${at(pool.closesAt, now)}`}
                  checked={draft.poolIds.includes(pool.poolId)}
                  onChange={() => setDraft(toggledPool(draft, pool, pools))}
                />
              ))}
            </Checks>
          </Section>
          <Section title="用哪个数字" note="截止以后才公布，谁都查得到">
            <Card>
              <TextField
                label="数字的来源"
                value={draft.source}
                maxLength={SOURCE_LENGTH.most}
                placeholder="比如：福彩双色球当期开奖号码"
                onChange={(source) => setDraft({ ...draft, source })}
              />
              <ChipRow label="常用的来源">
                {SOURCES.map((source) => (
                  <Chip
                    key={source}
                    selected={draft.source === source}
                    onTap={() => setDraft({ ...draft, source })}
                  >
                    {source}
                  </Chip>
                ))}
              </ChipRow>
            </Card>
          </Section>
        </View>
        <View>
          <Section title="哪一天公布">
            {chosen.length === 0 ? (
              <View className="note">先选班，再选日子：要在登记截止以后、开课三天以前。</View>
            ) : (
              <Tiles
                label="哪一天公布"
                options={daysFor(chosen, now)}
                value={draft.day}
                onChange={(day) => setDraft({ ...draft, day, hour: null })}
              />
            )}
          </Section>
          {draft.day === null ? null : (
            <Section title="几点公布" note="到点以后才能录">
              <Tiles
                label="几点公布"
                options={hoursFor(chosen, draft.day)}
                value={draft.hour}
                onChange={(hour) => setDraft({ ...draft, hour })}
              />
            </Section>
          )}
          <Problem problem={problem} />
          <View className="announce-act">
            <Button block disabled={missing !== null} busy={busy} onTap={() => setAsked(true)}>
              {missing ?? '公布这场摇号'}
            </Button>
          </View>
        </View>
      </View>
      <Confirm
        open={asked}
        title="公布以后不能改"
        body={`${chosen.map(({ title }) => title).join('、')}：${missing ? '' : at(numberAtOf(draft), now)} 用${draft.source.trim()}来摇。`}
        yes="公布"
        no="再看看"
        busy={busy}
        onYes={() => void announce()}
        onNo={() => setAsked(false)}
      />
    </>
  )
}
