/** Asks again until the answer satisfies; fails with the last answer when it does not for long. */
export async function eventually<Value>(
  read: () => Value | Promise<Value>,
  satisfies: (value: Value) => boolean,
  seconds = 30,
): Promise<Value> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const value = await read()
    if (satisfies(value)) return value
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(value)} after ${seconds} s`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
