import { answers } from '@/gateway/answers/phone-answers'

/** Everything that shows activities may show another now. */
export function outdateProgramme(): void {
  answers.outdate([
    ...(['programme.list', 'programme.get', 'programme.previewChange'] as const),
    ...(['activities.get', 'activities.list', 'calendar.list'] as const),
  ])
}
