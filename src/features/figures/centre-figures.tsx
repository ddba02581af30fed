import { useState } from 'react'
import { View } from '@tarojs/components'
import { dateOf } from '@/domain/time/date'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Copied, Unread } from '../answer-states'
import { BackChips } from './back-chips'
import { FigureTable } from './figure-table'
import { HowCounted } from './how-counted'
import { SaveTable } from './save-table'
import { BACK_WORDS, type Back } from './span'
import { centreTables } from './tables'
import { useCentreFigures } from './use-figures'
import { centreFiguresWords } from './wording'
import './figures.css'

interface CentreFiguresProps {
  centreId: string
  shortName: string
  now: number
}

/** 中心的数字, for staff: by month how full, who came, who waited, for whom. */
export function CentreFigures({ centreId, shortName, now }: CentreFiguresProps) {
  const [back, setBack] = useState<Back>('6')
  const answer = useCentreFigures(centreId, back, now)
  return (
    <>
      <BackChips value={back} onChange={setBack} />
      {body()}
    </>
  )

  function body() {
    if (answer.value === null) {
      if (!answer.failure) return <Skeleton kind="list" />
      return <Unread answer={answer} words={centreFiguresWords} now={now} />
    }
    const { months } = answer.value
    if (months.every(({ lessons }) => lessons.held + lessons.cancelled === 0)) {
      return (
        <Card>
          <Empty scene="tea" title="这一段没有上过课" note="上过第一课，这里就有数字了。" />
        </Card>
      )
    }
    const tables = centreTables(months, Number(dateOf(now).slice(0, 4)))
    const half = Math.ceil(tables.length / 2)
    return (
      <>
        <Copied answer={answer} now={now} />
        <View className="desk-columns">
          {[tables.slice(0, half), tables.slice(half)].map((column, at) => (
            <View key={at}>
              {column.map((table) => (
                <FigureTable key={table.title} table={table} />
              ))}
            </View>
          ))}
        </View>
        <HowCounted />
        <View className="figures-save">
          <SaveTable tables={tables} name={`${shortName} ${BACK_WORDS[back]}`} />
        </View>
      </>
    )
  }
}
