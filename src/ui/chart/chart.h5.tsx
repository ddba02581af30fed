import { useEffect, useRef } from 'react'
import { View } from '@tarojs/components'
import type { Svg } from 'chartist'
import { aria } from '../aria'
import type { ChartProps } from './chart'
import { chartRoom } from './chart-room.h5'
import './chart.h5.css'

/** A character takes so much of its width to stand in, with what is above and below it. */
const STANDING = 4 / 3

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
      const { letter, beside, below, every, wraps, thick } = chartRoom(place.current, labels)
      place.current.classList.toggle('chart-wraps', wraps)
      place.current.style.setProperty('--chart-thick', `${thick}px`)
      const bars = new BarChart(
        place.current,
        { labels, series: series.map(({ values }) => values.map((value) => value ?? 0)) },
        {
          stackBars: series.length > 1,
          ...(unit === '%' ? { low: 0, high: 100 } : { low: 0 }),
          axisX: {
            showGrid: false,
            offset: below,
            labelInterpolationFnc: each(every, labels.length),
          },
          axisY: {
            ...{
              offset: beside,
              onlyInteger: true,
              scaleMinSpace: Math.max(20, letter * STANDING),
            },
            labelInterpolationFnc: (value) => `${Number(value)}${unit}`,
          },
          chartPadding: { top: Math.max(12, letter), right: 8, bottom: 0, left: 0 },
        },
      )
      bars.on('draw', (part) => {
        if (part.type !== 'bar') return
        const { short, values } = series[part.seriesIndex]!
        const number = values[part.index]
        const height = part.y1 - part.y2
        const word = series.length > 1 ? short : number === null ? '' : `${number}${unit}`
        if (series.length > 1 && (height < letter * STANDING || thick < letter)) return
        const y = series.length > 1 ? part.y2 + height / 2 + letter / 3 : part.y2 - 4
        write(part.group, word, part.x1, y, series.length > 1 ? 'chart-in' : 'chart-over')
      })
      detach = () => bars.detach()
    })
    return () => {
      gone = true
      detach()
    }
    // oxlint-disable-next-line react/exhaustive-deps -- `drawn` is all of both
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

function write(group: Svg, word: string, x: number, y: number, className: string): void {
  if (word) group.elem('text', { x, y }, className).text(word)
}

/** Of many months only some are named, the last one always. */
const each = (every: number, many: number) => (label: string | number, index: number) =>
  (many - 1 - index) % every === 0 ? label : null
