import Taro from '@tarojs/taro'

/** A file that somebody chose, as the host's way of sending takes it. */
export interface PickedFile {
  name: string
  /** In bytes. */
  size: number
  /** In a browser. */
  blob?: Blob
  /** In the mini-program: where the phone keeps it until the app is closed. */
  path?: string
}

/** What a picture is chosen by; everything that can be drawn is drawn anew by the host. */
export const PICTURES = 'image/jpeg,image/png,image/webp'

/**
 * Lets somebody choose one file of their computer or phone; null when they chose none. `accept` as in
 * HTML's input, kinds of pictures or endings of names. In the mini-program pictures come from album
 * or camera, anything else from a chat. Call it from a tap: browsers open the dialogue for no other
 * reason.
 */
export function pickFile(accept: string): Promise<PickedFile | null> {
  if (process.env.TARO_ENV === 'h5') return pickInBrowser(accept)
  const pick = /^image\/[^.]*$/.test(accept) ? pickPicture() : pickFromChat(accept)
  // WeChat tells both ways of choosing nothing as an error; a missing permission it explains itself.
  return pick.catch(() => null)
}

function pickInBrowser(accept: string): Promise<PickedFile | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.onchange = () => {
      const file = input.files?.[0]
      resolve(file ? { name: file.name, size: file.size, blob: file } : null)
    }
    input.oncancel = () => resolve(null)
    input.click()
  })
}

async function pickPicture(): Promise<PickedFile | null> {
  const { tempFiles } = await Taro.chooseMedia({
    count: 1,
    mediaType: ['image'],
    sourceType: ['album', 'camera'],
    // What the phone makes smaller itself need not be sent.
    sizeType: ['compressed'],
  })
  const [picture] = tempFiles
  if (!picture) return null
  const { tempFilePath: path, size } = picture
  return { name: path.slice(path.lastIndexOf('/') + 1), size, path }
}

async function pickFromChat(accept: string): Promise<PickedFile | null> {
  const extension = accept.split(',').map((ending) => ending.trim().replace(/^\./, ''))
  const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension })
  const [file] = tempFiles
  return file ? { name: file.name, size: file.size, path: file.path } : null
}
