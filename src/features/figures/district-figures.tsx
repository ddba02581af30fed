import { useState } from 'react'
import { View } from '@tarojs/components'
import { dateOf } from '@/domain/time/date'
import { Choice } from '@/ui/choice/choice'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Copied, Unread } from '../answer-states'
import { BackChips } from './back-chips'
import { districtTable, monthTables } from './district-tables'
import { FigureTable } from './figure-table'
import { HowCounted } from './how-counted'
import { SaveTable } from './save-table'
import { BACK_WORDS, type Back } from './span'
import { useDistrictFigures } from './use-figures'
import { districtFiguresWords } from './wording'
import './figures.css'

/** 区里的数字: all centres side by side, and one of them by month. */
export function DistrictFigures({ now }: { now: number }) {
  const [back, setBack] = useState<Back>('6')
  const [chosen, choose] = useState<string | null>(null)
  const answer = useDistrictFigures(back, now, true)
  return (
    <>
      <BackChips value={back} onChange={setBack} />
      {body()}
    </>
  )

  function body() {
    if (answer.value === null) {
      if (!answer.failure) return <Skeleton kind="list" />
      return <Unread answer={answer} words={districtFiguresWords} now={now} />
    }
    const { centres } = answer.value
    const all = districtTable(centres)
    const one = centres.find(({ centreId }) => centreId === chosen) ?? centres[0]
    return (
      <>
        <Copied answer={answer} now={now} />
        <FigureTable table={all} />
        <HowCounted />
        <View className="figures-save">
          <SaveTable tables={[all]} name={`各个中心 ${BACK_WORDS[back]}`} />
        </View>
        {one ? (
          <View className="desk-columns">
            <Section title="按月看一个中心">
              <Choice
                label="哪个中心"
                options={centres.map(({ centreId, shortName }) => ({
                  value: centreId,
                  label: shortName,
                }))}
                value={one.centreId}
                onChange={choose}
              />
            </Section>
            <View>
              {monthTables(one, Number(dateOf(now).slice(0, 4))).map((table) => (
                <FigureTable key={table.title} table={table} />
              ))}
            </View>
          </View>
        ) : null}
      </>
    )
  }
}
