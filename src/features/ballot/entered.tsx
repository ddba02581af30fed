import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@/contract'
import { copyText } from '@/gateway/device/sharing'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Facts } from '@/ui/facts/facts'
import { notice } from '@/ui/notice/notice'
import { Screen } from '@/ui/screen/screen'
import { at, type PublicBallot, weightInWords } from './ballot-words'
import './entered.css'

interface EnteredProps {
  ballot: PublicBallot
  entered: Output<'ballot.enter'>
  now: number
  onMine: () => void
  children?: ReactNode
}

/** The entry was made: its number, to be noted down, and what comes next. */
export function Entered({ ballot, entered, now, onMine, children }: EnteredProps) {
  const { entryNumber, weight, closesAt } = entered
  const note = async () => {
    const text = `摇号编号 ${entryNumber}（${ballot.pools.map(({ title }) => title).join('、')}，${at(ballot.numberAt, now)} 公布数字）`
    notice((await copyText(text)) ? '复制好了，发给自己存着' : `您的编号是 ${entryNumber}`)
  }
  return (
    <Screen back title="登记好了">
      <View className="entered-head" {...aria({ role: 'status' })}>
        <View className="entered-word">您的编号</View>
        <View className="entered-number number">{entryNumber}</View>
        <View className="note number">{`${weightInWords(weight)} · 名单里只有编号，没有姓名`}</View>
      </View>
      <Card>
        <Facts
          items={[
            {
              icon: 'clock',
              title: `${at(closesAt, now)} 截止，名单当场封存`,
              note: '之前想改，撤回再登记一份',
            },
            {
              icon: 'calendar',
              title: `${at(ballot.numberAt, now)} 公布数字`,
              note: `${ballot.numberSource}，录好马上摇`,
            },
            {
              icon: 'info',
              title: weight > 1 ? '前几个学期没摇中，这次机会多' : '这次没摇中，下个学期机会多一份',
              note: '最多攒到四份',
            },
          ]}
        />
      </Card>
      <View className="entered-acts">
        <Button block onTap={() => void note()}>
          记下这个号
        </Button>
        {children}
        <Button kind="ghost" block onTap={onMine}>
          看我的摇号
        </Button>
      </View>
    </Screen>
  )
}
