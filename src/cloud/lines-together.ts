import type { DestinationStream } from 'pino'

/** Each way out costs a call of the system: lines leave when so many characters are there … */
const LEAVE_TOGETHER = 8 * 1024
/** … and so often whatever is there. */
const LEAVE_EVERY_MS = 100

/**
 * Lines that leave together. What writes them (sonic-boom) can keep lines too, but then it copies all
 * that waits for each line that comes, which made a quarter of all that a busy host threw away.
 */
export class LinesTogether implements DestinationStream {
  private waiting = ''
  private timer: NodeJS.Timeout | null = null

  constructor(private readonly out: DestinationStream) {}

  write(line: string): void {
    this.waiting += line
    if (this.waiting.length >= LEAVE_TOGETHER) this.leave()
    else this.timer ??= setTimeout(() => this.leave(), LEAVE_EVERY_MS).unref()
  }

  leave(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    const { waiting } = this
    this.waiting = ''
    if (waiting !== '') this.out.write(waiting)
  }
}
