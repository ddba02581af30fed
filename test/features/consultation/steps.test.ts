import { missingOn, nextWords, stepAt, stepsOf } from '@/features/consultation/steps'
import { draft, slot } from './builders'

it('asks one question a screen in 大字, and a few in 标准', () => {
  expect(stepsOf('legal', 'standard')).toEqual([
    ['kind', 'story', 'files'],
    ['others', 'name', 'channel'],
    ['time'],
    ['review'],
  ])
  const large = stepsOf('mediation', 'large')
  expect(large.every((step) => step.length === 1)).toBe(true)
  expect(large.flat()).toEqual([
    ...['kind', 'story', 'files', 'others', 'place', 'name', 'channel', 'time', 'review'],
  ])
})

it('goes on at the question that was looked at last, in either scale', () => {
  const [standard, large] = (['standard', 'large'] as const).map((scale) => stepsOf('legal', scale))
  expect(stepAt(standard!, 'channel')).toBe(1)
  expect(large![stepAt(large!, 'channel')]).toEqual(['channel'])
  expect(stepAt(standard!, 'nothing')).toBe(0)
})

it('says what is still needed, and asks for nothing more', () => {
  const [first, second, third] = stepsOf('legal', 'standard')
  expect(missingOn(first!, draft())).toBe('先选一个方面')
  expect(missingOn(first!, draft({ kind: 'other' }))).toBeNull()
  expect(missingOn(second!, draft({ name: ' ' }))).toBe('先写个称呼')
  expect(missingOn(second!, draft({ name: '王女士' }))).toBeNull()
  expect(missingOn(second!, draft({ name: '王女士', channel: 'phone' }))).toBe('先留个电话')
  expect(missingOn(second!, draft({ name: '王女士', channel: 'wechat', reach: 'w' }))).toBeNull()
  expect(missingOn(third!, draft())).toBe('先选一个时间')
  expect(missingOn(third!, draft({ time: 'wait' }))).toBeNull()
  expect(missingOn(third!, draft({ time: slot() }))).toBeNull()
})

it('names what comes next on the button', () => {
  const steps = stepsOf('legal', 'standard')
  expect(steps.map((_, at) => nextWords(steps[at + 1]))).toEqual([
    ...['下一步', '选时间', '看一遍', '送出'],
  ])
})
