/** What is drawn: a bar for each row, or one of several parts; null is not drawn. */
export interface Drawing {
  /** What the bars say, and in what. */
  label: string
  unit: '%' | ''
  series: { name: string; short: string; values: (number | null)[] }[]
}

export interface ChartProps {
  drawing: Drawing
  /** What each bar is of, in the table below as well. */
  labels: string[]
}

/** A phone shows the table alone: the chart and its library stay out of the mini-program. */
export const Chart = (_: ChartProps): null => null
