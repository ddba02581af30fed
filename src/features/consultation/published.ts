import type { Output } from '@/contract'
import type { SealedService } from '@/domain/consultation/consultation'
import type { Question } from '@/gateway/answers/answers'
import { useAnswer } from '../use-answer'

type Numbers = Output<'consultation.statistics'>

/**
 * What a centre publishes of the year of a day `YYYY-MM-DD`, up to that day's month. No copy is kept:
 * that this phone asked is nobody's business either.
 */
export function publishedQuestion(
  centreId: string,
  today: string,
): Question<'consultation.statistics'> {
  const input = { centreId, fromMonth: `${today.slice(0, 4)}-01`, toMonth: today.slice(0, 7) }
  return { operation: 'consultation.statistics', input }
}

export function usePublished(centreId: string | null, today: string) {
  return useAnswer(centreId === null ? null : publishedQuestion(centreId, today))
}

/** 今年帮到 33 位居民; null where the number is too small to be published. */
export function helpedInWords(numbers: Numbers, service: SealedService): string | null {
  const { closed, settled } = numbers.services.find((one) => one.service === service) ?? {}
  if (!closed) return null
  const helped = service === 'legal' ? `今年帮到 ${closed} 位居民` : `今年办了 ${closed} 件`
  return service === 'mediation' && settled ? `${helped}，说和 ${settled} 件` : helped
}

/** Everything that may be published, a line each; empty where nothing may. */
export function numbersInWords(numbers: Numbers): string[] {
  const legal = helpedInWords(numbers, 'legal')
  const mediation = helpedInWords(numbers, 'mediation')
  const { satisfaction } = numbers
  return [
    ...(legal ? [`问律师：${legal}`] : []),
    ...(mediation ? [`调解：${mediation}`] : []),
    ...(satisfaction ? [`大家打分 ${satisfaction.toFixed(1)}，满分 5 分`] : []),
  ]
}
