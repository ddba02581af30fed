import type { Chart } from './tables'

export interface MonthChartProps {
  chart: Chart
  /** What each row is, in the table below as well. */
  labels: string[]
}

/** A phone shows the table alone: the chart and its library stay out of the mini-program. */
export const MonthChart = (_: MonthChartProps): null => null
