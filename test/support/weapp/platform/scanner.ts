import { wxCall, WxError } from './wx-call'

/** `wx.scanCode`: open until a test holds a code before it, or closes it. */
export class Scanner {
  private looking: { see: (text: string) => void; close: () => void } | null = null

  /** Holds a code before the camera; gives whether the scanner was open. */
  show(text: string): boolean {
    const { looking } = this
    this.looking = null
    looking?.see(text)
    return looking !== null
  }

  /** Closes the scanner, as its own button does; gives whether it was open. */
  close(): boolean {
    const { looking } = this
    this.looking = null
    looking?.close()
    return looking !== null
  }

  api(log: (name: string, options: unknown) => void): Record<string, unknown> {
    return {
      scanCode: wxCall('scanCode', async (options) => {
        log('scanCode', options)
        const text = await new Promise<string | null>((resolve) => {
          this.looking = { see: resolve, close: () => resolve(null) }
        })
        if (text === null) throw new WxError('scanCode', 'cancel')
        // A mini-program's own code has no text: it names the page that it opens.
        const isPage = text.startsWith('pages/')
        return isPage
          ? { result: '', path: text, scanType: 'WX_CODE' }
          : { result: text, path: '', scanType: 'QR_CODE' }
      }),
    }
  }
}
