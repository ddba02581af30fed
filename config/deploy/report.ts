/** What a deployment found: what it would send, what stands against it, what only to know. */
export class Report {
  readonly refusals: string[] = []
  private readonly write: (text: string) => void

  constructor(write: (text: string) => void = (text) => void process.stdout.write(text)) {
    this.write = write
  }

  say(line: string): void {
    this.write(`${line}\n`)
  }

  /** A line of two columns. */
  fact(name: string, value: string | number): void {
    this.say(`  ${name.padEnd(28)} ${value}`)
  }

  refuse(sentence: string): void {
    this.refusals.push(sentence)
  }

  warn(sentence: string): void {
    this.say(`! ${sentence}`)
  }

  /** Tells what stands against it; gives whether nothing does. */
  passes(): boolean {
    for (const sentence of this.refusals) this.say(`✗ ${sentence}`)
    return this.refusals.length === 0
  }
}

export const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`
