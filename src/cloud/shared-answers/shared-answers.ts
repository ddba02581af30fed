import { Recent } from '../recent'

/**
 * What is shown to everybody is asked anew after so long, counted from when it was asked. Whoever sees
 * how many seats are left takes longer than that to decide and to tap, and what they then get is
 * decided by the database alone; and with it a page costs one question a second and host, however many
 * look at it.
 */
export const SHOWN_FOR_MS = 1_000

/** A page of each of the courses of a city, and as many lists. Those asked for longest ago go first. */
const MOST = 1_000
/** Characters of what is kept as JSON, in all at most twice as many. */
const MOST_CHARACTERS = 8_000_000
/** People whose own changes are remembered; only those of the last second count. */
const MOST_CHANGING = 20_000

/** What was shown; a value holds for everybody until `turnsAt` (ms since the epoch) at most. */
export interface Shown {
  value?: unknown
  turnsAt?: number
}

export interface SharedQuestion {
  /** The operation and its input: whoever asks the same is shown the same. */
  name: string
  /** The centre that it is about; null where it is about all. */
  centreId: string | null
  /** When it is asked, in ms since the epoch. */
  now: number
  /** An answer that was asked for before this does not do, on the clock that only goes forward. */
  notBefore: number
}

interface Asked {
  /** On the clock that only goes forward, in ms. */
  askedAt: number
  shown: Promise<Shown>
  /** Null while it is under way. */
  until: number | null
}

/**
 * What one host has shown everybody lately (decision 0041). Those who ask the same at once wait for one
 * question; its answer is shown for SHOWN_FOR_MS, and not beyond an instant at which it turns. What
 * failed or was refused is not kept.
 *
 * Whoever has changed something here sees it at once (`changedBy`), and so does everybody what was
 * changed in a centre by those who work there (`changedIn`). What somebody else booked, here or on
 * another host, is seen with the next question, a second later at most.
 */
export class SharedAnswers {
  /** How often something was shown, and how often it had to be asked for. */
  readonly counts = { shown: 0, asked: 0 }
  private readonly answers = new Recent<Asked>(MOST)
  private readonly people = new Recent<number>(MOST_CHANGING)
  /** When something was changed in each centre. There are no more than the deployment has. */
  private readonly centres = new Map<string, number>()
  private allAt = -1
  private anyAt = -1
  private characters = 0

  constructor(private readonly time: () => number = () => performance.now()) {}

  /** Somebody, by any name that is theirs, has changed something. */
  changedBy(name: string): void {
    this.people.keep(name, this.time())
  }

  /** Something has changed that is shown of a centre; of all where it is not known in which. */
  changedIn(centreId: string | null): void {
    this.anyAt = this.time()
    if (centreId === null) this.allAt = this.anyAt
    else this.centres.set(centreId, this.anyAt)
  }

  /** Before which nothing may have been asked that somebody is shown who has changed something. */
  lastChangeBy(name: string): number {
    return this.people.get(name) ?? -1
  }

  async show<Outcome extends Shown>(
    question: SharedQuestion,
    ask: () => Promise<Outcome>,
  ): Promise<Outcome> {
    this.counts.shown += 1
    const { name, now } = question
    const notBefore = Math.max(question.notBefore, this.lastChangeIn(question.centreId))
    for (;;) {
      const asked = this.answers.get(name)
      if (!asked || (asked.until !== null && asked.until <= this.time())) break
      const isNewEnough = asked.askedAt > notBefore
      // Nobody is asked twice at once, also for those for whom what is under way is too old.
      if (!isNewEnough && asked.until !== null) break
      const shown = await (isNewEnough ? asked.shown : asked.shown.catch(() => null))
      if (isNewEnough && now < (shown!.turnsAt ?? Infinity)) return shown as Outcome
      if (isNewEnough && asked.until !== null) asked.until = asked.askedAt
    }
    return this.ask(name, ask)
  }

  private lastChangeIn(centreId: string | null): number {
    if (centreId === null) return this.anyAt
    return Math.max(this.allAt, this.centres.get(centreId) ?? -1)
  }

  private ask<Outcome extends Shown>(name: string, ask: () => Promise<Outcome>): Promise<Outcome> {
    this.counts.asked += 1
    const shown = ask()
    const asked: Asked = { askedAt: this.time(), shown, until: null }
    this.answers.keep(name, asked)
    shown.then(
      (outcome) => this.keep(name, asked, outcome),
      () => this.drop(name, asked),
    )
    return shown
  }

  private keep(name: string, asked: Asked, outcome: Shown): void {
    if (outcome.value === undefined) return this.drop(name, asked)
    asked.until = asked.askedAt + SHOWN_FOR_MS
    this.characters += JSON.stringify(outcome.value).length
    if (this.characters <= MOST_CHARACTERS) return
    this.characters = 0
    this.answers.turn()
  }

  private drop(name: string, asked: Asked): void {
    asked.until = asked.askedAt
    if (this.answers.get(name) === asked) this.answers.forget(name)
  }
}
