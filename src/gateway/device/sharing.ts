import Taro from '@tarojs/taro'

/** Copies a text; false when the browser does not let us. */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (process.env.TARO_ENV === 'h5') await navigator.clipboard.writeText(text)
    else await Taro.setClipboardData({ data: text })
    return true
  } catch {
    return false
  }
}

/**
 * Passes the present page on, in H5: the browser's own share sheet, else the link is copied.
 * In the mini-program sharing is a button of the platform (`openType: 'share'`).
 */
export async function sharePage(title: string): Promise<'shared' | 'copied' | 'nothing'> {
  if (process.env.TARO_ENV !== 'h5') return 'nothing'
  const url = window.location.href
  if (typeof navigator.share === 'function') {
    try {
      await navigator.share({ title, url })
      return 'shared'
    } catch {
      // Closed without choosing, or refused: the person can still tap again.
      return 'nothing'
    }
  }
  return (await copyText(`${title} ${url}`)) ? 'copied' : 'nothing'
}

/** Moments open a page alone (scene 1154): no sign-in, no tab bar, nothing that changes anything. */
const SCENE_MOMENTS = 1154

/** Whether this page was opened alone from Moments. */
export function isSinglePage(): boolean {
  if (process.env.TARO_ENV === 'h5') return false
  return Taro.getLaunchOptionsSync().scene === SCENE_MOMENTS
}

/** Whether this is the mini-program, where some buttons belong to the platform. */
export const inMiniProgram: boolean = process.env.TARO_ENV !== 'h5'
