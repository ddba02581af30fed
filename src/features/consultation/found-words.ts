import type { Found } from './unanswered'

/** What became of it, and what is safe. */
export function foundInWords({ done, service }: Found): string {
  if (done === null) return '上次没等到回音，现在到哪一步了，看下面就知道。'
  if (done) return service ? '上次没等到回音：送到了，在下面。' : '上次没等到回音：办好了。'
  return service
    ? '上次没等到回音，没有送到。写的还在这部手机里，可以再送一次。'
    : '上次没等到回音：没有办成，要的话再办一次。'
}
