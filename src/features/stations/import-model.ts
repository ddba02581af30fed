import type { Counts, Preview } from './use-import'

/** 新增 12 个，有变化 3 个，没变化 30 个；有错 2 行: what is none is not said. */
export function countsInWords({ added, changed, same, wrong }: Counts): string {
  const parts = [
    added > 0 ? `新增 ${added} 个` : null,
    changed > 0 ? `有变化 ${changed} 个` : null,
    same > 0 ? `没变化 ${same} 个` : null,
  ].filter(Boolean)
  const read = parts.length > 0 ? parts.join('，') : '没有读到驿站'
  return wrong > 0 ? `${read}；有错 ${wrong} 行` : read
}

/** How many stations the list would change as it is wished for. */
export function changesOf(
  { counts }: Preview,
  wish: { removeMissing: boolean; restore: boolean },
): number {
  const { added, changed, missing, takenOff } = counts
  return added + changed + (wish.removeMissing ? missing : 0) + (wish.restore ? takenOff : 0)
}

/** 还有 30 个没有列出 where only the first of many lines came; null where all did. */
export function unlisted(lines: readonly unknown[], count: number): string | null {
  return count > lines.length ? `还有 ${count - lines.length} 个没有列出` : null
}
