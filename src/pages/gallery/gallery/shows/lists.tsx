import { Card as ACard } from '@/ui/card/card'
import { Chart as AChart } from '@/ui/chart/chart'
import { Facts as SomeFacts } from '@/ui/facts/facts'
import { Figures as SomeFigures } from '@/ui/figures/figures'
import { Pieces as SomePieces } from '@/ui/pieces/pieces'
import { Row as ARow, Rows } from '@/ui/row/row'
import { Section as ASection } from '@/ui/section/section'
import { Ticket as ATicket } from '@/ui/ticket/ticket'
import { LONG, nothing, State } from '../state'

export function Ticket() {
  return (
    <>
      <State name="平时">
        <ATicket
          when="今晚 19:00–20:30"
          soon="还有 2 小时"
          title="零基础吉他 第 4 课"
          place="三楼音乐教室"
          note={'我 + 小满\n第 4 / 12 课'}
          onShow={nothing}
          onOpen={nothing}
        />
      </State>
      <State name="字多，按着" pressed>
        <ATicket
          when="12月26日 周六 09:30–11:00"
          title={LONG}
          place={LONG}
          onShow={nothing}
          onOpen={nothing}
        />
      </State>
    </>
  )
}

export function Row() {
  return (
    <>
      <State name="平时">
        <Rows label="今天在中心">
          <ARow
            time="09:30"
            seal="clinic"
            title="医师坐诊"
            note="日间照料中心"
            tag={{ tone: 'waiting', text: '到 7 号' }}
            onTap={nothing}
          />
          <ARow
            time="15:00"
            seal="children"
            title="公益书法"
            note="6–10 岁 · 书画室"
            tag={{ tone: 'full', text: '可候补' }}
            onTap={nothing}
          />
          <ARow
            time="19:00"
            seal="night-school"
            title={LONG}
            note={LONG}
            tag={{ tone: 'free', text: '余 6 席' }}
            onTap={nothing}
          />
        </Rows>
      </State>
      <State name="选着、取消了、不能点">
        <Rows>
          <ARow selected title="太极 24 式" note="一楼大厅" onTap={nothing} />
          <ARow off title="合唱团" note="这一课取消了" onTap={nothing} />
          <ARow title="只看的一行" note="点了没有" />
        </Rows>
      </State>
      <State name="按着" pressed>
        <Rows>
          <ARow seal="legal" title="免费法律咨询" note="每月一次" onTap={nothing} />
        </Rows>
      </State>
    </>
  )
}

export function Section() {
  return (
    <ASection title="今天在中心" note="十月十四" more={{ label: '全部', onTap: nothing }}>
      <ACard>一张卡片</ACard>
    </ASection>
  )
}

export function Card() {
  return (
    <>
      <State name="平时">
        <ACard>余 4 席，24 人已报</ACard>
        <ACard>{LONG}</ACard>
      </State>
      <State name="贴边">
        <ACard flush>
          <ARow title="一行" note="卡片把边留给它" />
        </ACard>
      </State>
    </>
  )
}

export function Facts() {
  return (
    <State name="有的能点">
      <ACard>
        <SomeFacts
          items={[
            { icon: 'clock', title: '周六 09:30–11:00', note: '12月5日起，共 8 课' },
            { icon: 'pin', title: '二楼书画室', note: LONG, label: '去这里', onTap: nothing },
            { icon: 'bag', title: '带一支毛笔，纸墨中心准备' },
          ]}
        />
      </ACard>
    </State>
  )
}

export function Pieces() {
  return (
    <>
      <State name="一行放得下">
        <SomePieces>6–10 岁 · 免费</SomePieces>
      </State>
      <State name="放不下，点不留在行尾">
        <SomePieces>{`${LONG} · 4–8 岁 · 共 12 课`}</SomePieces>
      </State>
    </>
  )
}

export function Figures() {
  return (
    <State name="几个数">
      <SomeFigures
        label="这个月"
        items={[
          { name: '开课', number: 42 },
          { name: '报名', number: 1280 },
          { name: '签到', number: 0 },
        ]}
      />
    </State>
  )
}

export function Chart() {
  return (
    <State name="一组、几组">
      <AChart
        labels={['9月', '10月', '11月']}
        drawing={{
          label: '满座',
          unit: '%',
          series: [{ name: '满座', short: '满', values: [62, null, 91] }],
        }}
      />
      <AChart
        labels={['9月', '10月', '11月']}
        drawing={{
          label: '人次',
          unit: '',
          series: [
            { name: '课程', short: '课', values: [120, 180, 150] },
            { name: '孩子', short: '童', values: [60, 40, 90] },
          ],
        }}
      />
    </State>
  )
}
