/**
 * The `limit` smallest of many numbers, without sorting the rest: a heap of fixed size whose root is
 * the largest kept. Give it numbers one after the other; `largest` is Infinity until it is full.
 */
export function createSmallest(limit: number): { add(value: number): void; largest(): number } {
  const heap = new Float64Array(limit)
  let size = 0

  /** Lets a value rise from the last place to where it belongs. */
  function rise(value: number): void {
    let place = size++
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (heap[parent]! >= value) break
      heap[place] = heap[parent]!
      place = parent
    }
    heap[place] = value
  }

  /** Puts a value in the root's place and lets it sink to where it belongs. */
  function sink(value: number): void {
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      if (child >= size) break
      if (child + 1 < size && heap[child + 1]! > heap[child]!) child += 1
      if (heap[child]! <= value) break
      heap[place] = heap[child]!
      place = child
    }
    heap[place] = value
  }

  return {
    add(value) {
      if (size < limit) rise(value)
      else if (value < heap[0]!) sink(value)
    },
    largest: () => (size < limit ? Infinity : heap[0]!),
  }
}
