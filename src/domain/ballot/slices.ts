/** Does work that pauses between its slices, without a pause. */
export function toEnd<Value>(work: Generator<unknown, Value>): Value {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
