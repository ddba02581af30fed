/** 有 2 条通知没看：课改了，或者老师有话说 */
export function unreadInWords(unread: number): string {
  return `有 ${unread} 条通知没看`
}
