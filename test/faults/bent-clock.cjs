/** Loaded before a host: its machine's clock is off by FAULTS_CLOCK_MS. */
const off = Number(process.env.FAULTS_CLOCK_MS)
const TrueDate = Date

globalThis.Date = class Date extends TrueDate {
  constructor(...given) {
    if (given.length === 0) super(TrueDate.now() + off)
    else super(...given)
  }

  static now() {
    return TrueDate.now() + off
  }
}
