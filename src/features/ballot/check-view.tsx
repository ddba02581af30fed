import { useState } from 'react'
import { View } from '@tarojs/components'
import { copyText } from '@/gateway/device/sharing'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { notice } from '@/ui/notice/notice'
import { Section } from '@/ui/section/section'
import { inMiniProgram, passOn } from '../sharing'
import { numberInWords, type PublicBallot } from './ballot-words'
import { CheckSteps } from './check-steps'
import { checkSteps, checkTitle } from './check-words'
import { notes } from './phone-notes'
import { ResultRows } from './result-rows'
import { shareTitle } from './share'
import { useCheck } from './use-check'
import { WhyCard } from './why-card'
import { findingWords } from './wording'
import './check-view.css'

interface CheckViewProps {
  ballot: PublicBallot
  /** My entry's number in it; null for none. */
  mine: number | null
  now: number
}

/** 验一验: the draw made again on this phone, step by step, and why an entry stands where it does. */
export function CheckView({ ballot, mine, now }: CheckViewProps) {
  const [turn, setTurn] = useState(0)
  const noted = notes.read(ballot.ballotId)
  const check = useCheck(ballot, turn, noted?.value)
  const { title, note, good } = checkTitle(ballot, check)
  const verified = check?.verified ?? null
  const titles = new Map(ballot.pools.map((pool) => [pool.poolId, pool.title]))
  const wrong = verified?.findings.filter((finding) => finding !== 'NOT_DRAWN') ?? []
  const copy = async (text: string, done: string) =>
    notice((await copyText(text)) ? done : '没复制上。这一页都看得到，想要再点')
  const { listHash, number } = ballot
  return (
    <>
      <View className="check-head" {...aria({ role: good ? 'status' : 'alert', live: 'polite' })}>
        <View className={good ? 'title' : 'title check-wrong'}>{title}</View>
        <View className="note number">{note}</View>
      </View>
      {wrong.map((finding) => (
        <View key={finding} className="check-finding">
          <View className="check-finding-title">{findingWords[finding].title}</View>
          <View>{findingWords[finding].next}</View>
        </View>
      ))}
      <CheckSteps steps={checkSteps(ballot, verified, now, noted?.savedAt ?? null)} />
      {verified?.list && verified.drawn && wrong.length === 0 ? (
        <>
          <WhyCard list={verified.list} drawn={verified.drawn} mine={mine} titles={titles} />
          <ResultRows list={verified.list} drawn={verified.drawn} titles={titles} />
        </>
      ) : null}
      <View className="check-acts">
        {verified ? (
          <Button kind="ghost" icon="refresh" block onTap={() => setTurn(turn + 1)}>
            自己再算一遍
          </Button>
        ) : null}
        <Button
          kind="ghost"
          icon="share"
          block
          openType={inMiniProgram ? 'share' : undefined}
          onTap={() => void passOn(shareTitle(ballot))}
        >
          转给别人验
        </Button>
      </View>
      {listHash === null ? null : (
        <Section title="不信这部手机，用电脑算">
          <Card>
            <View className="check-long">{`名单指纹 ${listHash}`}</View>
            {number === null ? null : (
              <View className="check-long number">{`公开数字 ${numberInWords(number)}`}</View>
            )}
            <View className="note check-how">
              把整份凭据存成 proof.json。在电脑上运行 node index.js proof.json。这个 index.js
              在常来公开的代码里，一个文件，叫 verify-ballot。
            </View>
            <View className="check-acts">
              <Button
                kind="ghost"
                block
                onTap={() =>
                  void copy(`名单指纹 ${listHash}\n公开数字 ${number ?? '还没有'}`, '复制好了')
                }
              >
                复制指纹和数字
              </Button>
              <Button
                kind="ghost"
                block
                onTap={() => void copy(JSON.stringify(ballot), '整份凭据复制好了')}
              >
                复制整份凭据
              </Button>
            </View>
          </Card>
        </Section>
      )}
      <View className="note check-end">名单里没有姓名，只有编号</View>
    </>
  )
}
