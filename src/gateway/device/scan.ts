import Taro from '@tarojs/taro'

/** Whether this device has a scanner of its own: WeChat does, a browser does not. */
export const canScan = process.env.TARO_ENV !== 'h5'

/**
 * Lets somebody scan one code with the camera: its text, or the page that a mini-program's code opens.
 * Null when they closed the scanner.
 */
export async function scanCode(): Promise<string | null> {
  if (!canScan) return null
  try {
    const { result, path } = await Taro.scanCode({ onlyFromCamera: true })
    return result || path || null
  } catch {
    return null
  }
}
