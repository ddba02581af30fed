import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Drawn } from '@/domain/ballot/draw'
import type { EntryList } from '@/domain/ballot/entry-list'
import { Button } from '@/ui/button/button'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import './check-view.css'

/** As many as stand on a screen at once. */
const AT_ONCE = 20

interface ResultRowsProps {
  list: EntryList
  drawn: readonly Drawn[]
  titles: ReadonlyMap<string, string>
}

/** The whole order of a draw, some places at a time. */
export function ResultRows({ list, drawn, titles }: ResultRowsProps) {
  const [from, setFrom] = useState<number | null>(null)
  if (from === null) {
    return (
      <Section title="全部次序">
        <Button kind="ghost" block onTap={() => setFrom(0)}>
          {`看 ${drawn.length} 份的次序`}
        </Button>
      </Section>
    )
  }
  const shown = drawn.slice(from, from + AT_ONCE)
  const next = from + AT_ONCE
  return (
    <Section title="全部次序" note={`共 ${drawn.length} 份，名单里没有姓名`}>
      <Rows label="全部次序">
        {shown.map(({ place, number, won }) => {
          const pool = won === null ? null : list.pools[won - 1]!.poolId
          const got = pool === null ? '没有席位' : (titles.get(pool) ?? '摇中')
          return (
            <Row
              key={place}
              title={`第 ${place} 位 · 编号 ${number}`}
              note={got}
              label={`第 ${place} 位，编号 ${number}，${got}`}
            />
          )
        })}
      </Rows>
      <View className="results-more">
        <Button kind="ghost" block onTap={() => setFrom(next < drawn.length ? next : 0)}>
          {next < drawn.length ? `看第 ${next + 1} 位往后` : '从头看'}
        </Button>
      </View>
    </Section>
  )
}
