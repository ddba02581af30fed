import type { Input, Output } from '@/contract'
import { CHILDREN_RULES_VERSION } from '@/domain/family/consent'
import { randomUUID } from 'node:crypto'
import { ask } from './programme'
import { postCall } from './weapp/cloud-line'

type Activity = Output<'activities.get'>

/** A class for children that anybody may book now, with several seats left. */
export interface ChildrensClass {
  activity: Activity
  pool: Activity['pools'][number]
  ages: { min: number; max: number }
  /** The day of the first lesson, `YYYY-MM-DD`. */
  firstDay: string
}

/** The classes of a centre for children from `min` to `max` years, most seats left first. */
export async function childrensClasses(
  host: string,
  centreId = 'nongye',
): Promise<ChildrensClass[]> {
  const classes: ChildrensClass[] = []
  for (let after: string | null | undefined; after !== null;) {
    const page: Output<'activities.list'> = await ask(host, undefined, 'activities.list', {
      centreId,
      ...(after !== undefined && { after }),
    })
    after = page.after
    for (const { activityId, ages } of page.activities) {
      const { min, max } = ages ?? { min: null, max: null }
      if (min === null || max === null || max >= 18 || max - min < 2) continue
      const activity: Activity = await ask(host, undefined, 'activities.get', { activityId })
      if (activity.whoMayBook !== null) continue
      for (const pool of activity.pools.filter(isRoomy)) {
        const firstDay = pool.occurrences[0]!.startsAt.slice(0, 10)
        classes.push({ activity, pool, ages: { min, max }, firstDay })
      }
    }
  }
  const left = ({ pool }: ChildrensClass) => pool.capacity - pool.taken
  return classes.sort((a, b) => left(b) - left(a))
}

function isRoomy({ state, capacity, taken, cancelUntil }: Activity['pools'][number]): boolean {
  const givenBack = Date.parse(cancelUntil) > Date.now() + 3_600_000
  return state === 'open' && capacity - taken >= 4 && givenBack
}

/** The birth date of somebody who is `age` years old on a day, well away from a birthday. */
export function bornFor(age: number, day: string): string {
  const birthday = day.slice(5) > '06-15' ? '03-05' : '01-01'
  const years = day.slice(5) < birthday ? age + 1 : age
  return `${Number(day.slice(0, 4)) - years}-${birthday}`
}

/** Carries out a command as a persona; throws what is not an answer with a value. */
export async function tell<Value>(
  host: string,
  persona: string,
  operation: string,
  input: object,
): Promise<Value> {
  const requestId = randomUUID()
  const answer = (await postCall(host, persona, { operation, input, requestId })) as {
    ok: boolean
    value: Value
  }
  if (!answer.ok) throw new Error(`${operation}: ${JSON.stringify(answer)}`)
  return answer.value
}

/** Adds a child to a persona's family, with the guardian's consent. */
export async function addChild(
  host: string,
  persona: string,
  name: string,
  birthDate: string,
): Promise<string> {
  const consent = { rulesVersion: CHILDREN_RULES_VERSION }
  const input: Input<'family.save'> = { kind: 'child', name, birthDate, consent }
  const { memberId } = await tell<Output<'family.save'>>(host, persona, 'family.save', input)
  return memberId
}
