import Taro from '@tarojs/taro'
import type { WholeFile } from '../files/in-pieces'

/** Files laid down for the platform's viewer carry this before their names, to be found and removed. */
const PREFIX = 'private-'
const TYPES: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
}

/** How a file is shown: by the platform, over the screen, or by the screen itself (`url`). */
export type Shown = { by: 'platform' } | { by: 'screen'; url: string } | { by: 'nothing' }

/**
 * Shows a private picture or PDF. The mini-program's viewers read files only: one is laid down in the
 * app's own folder under a name that says nothing, and `wipeViewed` removes it. In a browser nothing is
 * laid down: a picture gets an address of this page's memory, a PDF a tab of its own.
 */
export async function viewPrivately({ kind, bytes }: WholeFile): Promise<Shown> {
  if (process.env.TARO_ENV === 'h5') {
    const url = URL.createObjectURL(
      new Blob([bytes as BlobPart], { type: TYPES[kind] ?? 'application/octet-stream' }),
    )
    if (kind !== 'pdf') return { by: 'screen', url }
    window.open(url, '_blank', 'noopener')
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
    return { by: 'platform' }
  }
  try {
    await wipeViewed()
    const filePath = `${folder()}/${PREFIX}${Date.now()}.${kind === 'jpeg' ? 'jpg' : kind}`
    const data = bytes.buffer as ArrayBuffer
    await new Promise<void>((resolve, reject) => {
      Taro.getFileSystemManager().writeFile({
        ...{ filePath, data, success: () => resolve() },
        fail: ({ errMsg }) => reject(new Error(errMsg)),
      })
    })
    if (kind === 'pdf') await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: false })
    else await Taro.previewImage({ urls: [filePath], showmenu: false })
    return { by: 'platform' }
  } catch {
    return { by: 'nothing' }
  }
}

/** Removes what was laid down for the viewers; called when the screen is back, and when it is left. */
export async function wipeViewed(): Promise<void> {
  if (process.env.TARO_ENV === 'h5') return
  try {
    const files = Taro.getFileSystemManager()
    const names = await new Promise<string[]>((resolve) => {
      files.readdir({
        ...{ dirPath: folder(), success: ({ files: found }) => resolve(found) },
        fail: () => resolve([]),
      })
    })
    for (const name of names) {
      if (name.startsWith(PREFIX)) files.unlink({ filePath: `${folder()}/${name}` })
    }
  } catch {
    // A phone without a file system of the app has nothing laid down either.
  }
}

/** Gives back the memory behind an address that the screen has shown. */
export function forgetShown(url: string): void {
  if (process.env.TARO_ENV === 'h5') URL.revokeObjectURL(url)
}

const folder = (): string => Taro.env.USER_DATA_PATH ?? ''
