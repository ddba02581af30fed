/**
 * What one occurrence is called where it stands alone: 社区大讲堂：冬季急救, or 零基础吉他 第 4 课
 * when `lesson` is given.
 */
export function occurrenceTitle(
  title: string,
  { topic, lesson }: { topic?: string | null; lesson?: { number: number } | null },
): string {
  const named = topic ? `${title}：${topic}` : title
  return lesson ? `${named} 第 ${lesson.number} 课` : named
}
