/** 2 条通知没看：课有变动 */
export function unreadInWords(unread: number): string {
  return `有课改了，${unread} 条通知没看`
}
