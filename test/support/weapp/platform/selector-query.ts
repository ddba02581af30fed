/** `wx.createSelectorQuery` over the elements of the page on top. */
export function selectorQuery(root: () => Element): object {
  const questions: { find: () => Element[]; many: boolean; take?: (answer: unknown) => void }[] = []
  const rectangle = (element: Element | undefined) => {
    if (!element) return null
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect()
    return { id: element.id, dataset: {}, left, right, top, bottom, width, height }
  }
  const ask = (find: () => Element[], many: boolean) => {
    const answer = (take?: (answer: unknown) => void) => {
      questions.push({ find, many, ...(take && { take }) })
      return query
    }
    return {
      boundingClientRect: answer,
      scrollOffset: answer,
      fields: (_: object, t?: () => void) => answer(t),
    }
  }
  const query = {
    in: () => query,
    select: (selector: string) =>
      ask(() => Array.from(root().querySelectorAll(selector)).slice(0, 1), false),
    selectAll: (selector: string) => ask(() => Array.from(root().querySelectorAll(selector)), true),
    selectViewport: () => ask(() => [root()], false),
    exec: (done?: (answers: unknown[]) => void) => {
      setTimeout(() => {
        const answers = questions.map(({ find, many, take }) => {
          const rectangles = find().map(rectangle)
          const answer = many ? rectangles : (rectangles[0] ?? null)
          take?.(answer)
          return answer
        })
        done?.(answers)
      }, 0)
      return query
    },
  }
  return query
}
