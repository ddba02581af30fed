/** A timetable as a clerk might keep it, and what it means; `means` in the form of `inShort`. */
export interface Sample {
  name: string
  drawn: string
  /** The name of its sheet. */
  title?: string
  year?: number
  means: string[]
  questions?: string[]
  rejected?: string[]
}
