import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { openidOf } from '../bench/rush/morning'
import { type HostWish, startContainer } from '../faults/hosts'
import type { Answer } from '../faults/ledger'
import type { Stage } from '../faults/stage'
import { type Question, askOnce } from './ask'
import { ROOT } from './options'

/** What an older host made of every question that is frozen in this tree. */
export interface FrozenAsked {
  asked: number
  /** Operations that came after it: it says that it does not know them, and phones hide their doors. */
  unknown: string[]
  /** Fields that came after it, by their operations: it refuses a question with one. */
  unknownFields: string[]
  /** Questions that it knows and could not read or carry out, in words. */
  wrong: string[]
}

const FOLDER = path.join(ROOT, 'test/contract/frozen')
const MASTER_KEYS = `1:${Buffer.alloc(32, 7).toString('base64')}`

/** Somebody who may do everything, so that what is asked reaches the database. */
const EVERY_ROLE = `
insert into changlai.role_grant (centre_id, person_id, role)
select '*', person_id, role from changlai.person, unnest(array[
  'staff', 'lawyer', 'mediator', 'doctor', 'volunteer', 'district']) as role`

/** Asks a host of the older release everything that phones of this one ask, and a host of this one. */
export async function askFrozen(stage: Stage, olderHost: string[]): Promise<FrozenAsked> {
  const questions = frozenQuestions()
  const older = await askAll(stage, questions, { program: olderHost })
  const here = await askAll(stage, questions, {})
  return judgeFrozen(
    questions.map((question, index) => ({ question, older: older[index]!, here: here[index]! })),
  )
}

/** Each by somebody else: whoever erases themselves would be nobody in the next question. */
async function askAll(
  stage: Stage,
  questions: readonly Question[],
  wish: HostWish,
): Promise<Answer[]> {
  const database = await stage.copy()
  await stage.asOwner(database, EVERY_ROLE)
  const environment = { CHANGLAI_MASTER_KEYS: MASTER_KEYS }
  const host = await startContainer(stage.url(database), { ...wish, environment })
  try {
    const answers: Answer[] = []
    for (const [index, question] of questions.entries())
      answers.push(await askOnce(host.url, openidOf(index), question))
    return answers
  } finally {
    await host.end()
    await stage.drop(database)
  }
}

export interface Heard {
  question: Question
  older: Answer
  /** What a host of this tree says to it. */
  here: Answer
}

/** Nothing is wrong with the question, and nothing came of it. */
const FAILURES = new Set<string | undefined>(['INVALID_INPUT', 'UNAVAILABLE', 'UNAUTHENTICATED'])

/**
 * An older host gives what was asked for, refuses it, or does not know the operation or a field of it.
 * It does not find anything else malformed that this tree's hosts read, and does not fail where they
 * do not.
 */
export function judgeFrozen(heard: readonly Heard[]): FrozenAsked {
  const isUnknown = ({ older }: Heard) =>
    older.code === 'NOT_FOUND' && older.facts?.['what'] === 'operation'
  const isField = ({ older: { code, facts } }: Heard) =>
    code === 'INVALID_INPUT' && facts?.['reason'] === 'UNKNOWN_FIELD'
  const isWrong = ({ older, here }: Heard) => FAILURES.has(older.code) && older.code !== here.code
  const fieldOf = ({ question, older }: Heard) =>
    `${question.operation} ${String(older.facts?.['path'])}`
  return {
    asked: heard.length,
    unknown: [...new Set(heard.filter(isUnknown).map(({ question }) => question.operation))],
    unknownFields: [...new Set(heard.filter(isField).map(fieldOf))],
    wrong: heard.filter((one) => isWrong(one) && !isField(one)).map((one) => JSON.stringify(one)),
  }
}

function frozenQuestions(): Question[] {
  return readdirSync(FOLDER).flatMap((version) =>
    readdirSync(path.join(FOLDER, version))
      .filter((file) => file !== 'boundary.json')
      .flatMap((file) => {
        const text = readFileSync(path.join(FOLDER, version, file), 'utf8')
        return (JSON.parse(text) as { requests: Question[] }).requests
      }),
  )
}
