import { ScrollView, View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Card } from '@/ui/card/card'
import { Chart } from '@/ui/chart/chart'
import { scrolledByKeys } from '@/ui/keys/scrolled-by-keys'
import { Section } from '@/ui/section/section'
import type { Table } from './tables'
import './figure-table.css'

/** A table under its heading, in a browser with its chart above; the table alone says it all. */
export function FigureTable({ table }: { table: Table }) {
  const { title, note, of, columns, rows, chart } = table
  // The name of a centre is longer than that of a month.
  const labelled = of === '月份' ? 'figure-label' : 'figure-label figure-title'
  return (
    <Section title={title}>
      <Card>
        <View className="note figure-note">{note}</View>
        {chart ? (
          <Chart drawing={chart} labels={rows.map(({ label, short }) => short ?? label)} />
        ) : null}
        {columns.length > 3 ? (
          <View className="note figure-hint" {...aria({ hidden: true })}>
            往左滑，后面还有几列
          </View>
        ) : null}
        <ScrollView className="figure-scroll" scrollX enableFlex showScrollbar={false}>
          <View
            className="figure-table number"
            {...aria({ role: 'table', label: title })}
            {...scrolledByKeys()}
          >
            <View className="figure-row figure-head" {...aria({ role: 'row' })}>
              {[of, ...columns].map((column, at) => (
                <View
                  key={column}
                  className={at === 0 ? labelled : 'figure-cell'}
                  {...aria({ role: 'columnheader' })}
                >
                  {column}
                </View>
              ))}
            </View>
            {rows.map(({ label, cells }) => (
              <View key={label} className="figure-row" {...aria({ role: 'row' })}>
                <View className={labelled} {...aria({ role: 'rowheader' })}>
                  {label}
                </View>
                {cells.map((cell, at) => (
                  <View key={columns[at]} className="figure-cell" {...aria({ role: 'cell' })}>
                    {cell}
                  </View>
                ))}
              </View>
            ))}
          </View>
        </ScrollView>
      </Card>
    </Section>
  )
}
