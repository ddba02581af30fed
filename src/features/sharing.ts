import { sharePage } from '@/gateway/device/sharing'
import { notice } from '@/ui/notice/notice'

export { inMiniProgram, isSinglePage } from '@/gateway/device/sharing'

/** Passes this page on, in a browser. */
export async function passOn(title: string): Promise<void> {
  if ((await sharePage(title)) === 'copied') notice('网址复制好了，发给家里人吧')
}
