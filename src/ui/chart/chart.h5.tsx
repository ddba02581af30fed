import { useEffect, useRef } from 'react'
import { View } from '@tarojs/components'
import type { Svg } from 'chartist'
import { aria } from '../aria'
import type { ChartProps } from './chart'
import './chart.h5.css'

/** Fewer units of height than this have no room for a character. */
const ROOM_FOR_A_WORD = 16

/** What the numbers at the left take, and the least that names below take. */
const AXIS = 60
const AXIS_BELOW = 30

/**
 * Bars, a part on the other where there are several; each part says by its character what it is, and the
 * table below says every number. The library comes when a chart is first shown.
 */
export function Chart({ drawing, labels }: ChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const { series, unit } = drawing
  const drawn = JSON.stringify([drawing, labels])
  useEffect(() => {
    let gone = false
    let detach = (): void => undefined
    void import('chartist').then(({ BarChart }) => {
      if (gone || !place.current) return
      const bars = new BarChart(
        place.current,
        { labels, series: series.map(({ values }) => values.map((value) => value ?? 0)) },
        {
          stackBars: series.length > 1,
          ...(unit === '%' ? { low: 0, high: 100 } : { low: 0 }),
          axisX: {
            ...{ showGrid: false, labelInterpolationFnc: everyFew(labels.length) },
            offset: roomBelow(place.current, labels),
          },
          axisY: { onlyInteger: true, labelInterpolationFnc: (value) => `${Number(value)}${unit}` },
          chartPadding: { top: 12, right: 8, bottom: 0, left: 0 },
        },
      )
      bars.on('draw', (part) => {
        if (part.type !== 'bar') return
        const { short, values } = series[part.seriesIndex]!
        const number = values[part.index]
        const height = part.y1 - part.y2
        const word = series.length > 1 ? short : number === null ? '' : `${number}${unit}`
        if (series.length > 1 && height < ROOM_FOR_A_WORD) return
        const y = series.length > 1 ? part.y2 + height / 2 + 4 : part.y2 - 4
        write(part.group, word, part.x1, y, series.length > 1 ? 'chart-in' : 'chart-over')
      })
      detach = () => bars.detach()
    })
    return () => {
      gone = true
      detach()
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `drawn` is all of both
  }, [drawn])
  return (
    <View
      className="chart"
      {...aria({ role: 'img', label: `${drawing.label}的柱状图，数字都在下面的表里` })}
    >
      <div ref={place} className="chart-place" aria-hidden="true" />
      {series.length > 1 ? (
        <View className="chart-legend note" {...aria({ hidden: true })}>
          {series.map(({ name, short }, at) => (
            <View key={name} className="chart-key">
              <View className={`chart-dot chart-dot-${at}`}>{short}</View>
              {name}
            </View>
          ))}
        </View>
      ) : null}
    </View>
  )
}

/** The height of the longest name below its bar, where it breaks into lines. */
function roomBelow(place: HTMLElement, labels: readonly string[]): number {
  const letter = parseFloat(getComputedStyle(place).fontSize)
  const lettersInLine = Math.floor((place.clientWidth - AXIS) / labels.length / letter)
  const longest = Math.max(...labels.map((label) => label.length))
  return Math.max(AXIS_BELOW, Math.ceil(longest / Math.max(1, lettersInLine)) * letter * 1.2 + 8)
}

function write(group: Svg, word: string, x: number, y: number, className: string): void {
  if (word) group.elem('text', { x, y }, className).text(word)
}

/** Of many months only some are named, the last one always. */
const everyFew = (many: number) => (label: string | number, index: number) =>
  (many - 1 - index) % Math.ceil(many / 8) === 0 ? label : null
