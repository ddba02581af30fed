import Taro from '@tarojs/taro'

/** What a file is, as the host says it. */
export type FileKindName = 'jpeg' | 'png' | 'webp' | 'pdf'

/** The media type (IANA) of each kind. */
export const MEDIA = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
}
/** A browser's page of its own has taken the file over by then. */
const TAKEN_OVER_MS = 60_000

/**
 * Shows a file to the person: WeChat's own viewers in the mini-program, a page of its own in H5. It
 * lies in a place that is emptied before the next file is shown. False where the phone cannot.
 */
export async function openFile(content: Uint8Array, kind: FileKindName): Promise<boolean> {
  try {
    if (process.env.TARO_ENV === 'h5') {
      const blob = new Blob([content as Uint8Array<ArrayBuffer>], { type: MEDIA[kind] })
      const url = URL.createObjectURL(blob)
      setTimeout(() => URL.revokeObjectURL(url), TAKEN_OVER_MS)
      return window.open(url, '_blank') !== null
    }
    const path = pathOf(kind === 'jpeg' ? 'jpg' : kind)
    await new Promise((success, fail) => {
      const data = content.slice().buffer
      Taro.getFileSystemManager().writeFile({ filePath: path, data, success, fail })
    })
    if (kind === 'pdf') await Taro.openDocument({ filePath: path, fileType: 'pdf' })
    else await Taro.previewImage({ urls: [path], current: path })
    return true
  } catch {
    return false
  }
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * Gives the person an Excel workbook (base64): saved under its name in H5; in WeChat's own viewer, whose
 * menu prints and passes on, in the mini-program, where it lies as a file that is shown does. False where
 * the phone cannot.
 */
export async function openWorkbook(name: string, base64: string): Promise<boolean> {
  try {
    if (process.env.TARO_ENV === 'h5') {
      const link = document.createElement('a')
      link.href = `data:${WORKBOOK};base64,${base64}`
      link.download = name
      link.click()
      return true
    }
    const filePath = pathOf('xlsx')
    await new Promise((success, fail) => {
      const file = { filePath, data: base64, encoding: 'base64' as const }
      Taro.getFileSystemManager().writeFile({ ...file, success, fail })
    })
    await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
    return true
  } catch {
    return false
  }
}

const pathOf = (ending: string): string => `${Taro.env.USER_DATA_PATH}/opened.${ending}`

/** Takes away what was shown; the phone keeps none of it. */
export function forgetOpened(): void {
  if (process.env.TARO_ENV === 'h5') return
  for (const ending of ['jpg', 'png', 'webp', 'pdf', 'xlsx']) {
    // Most were never there.
    Taro.getFileSystemManager().unlink({ filePath: pathOf(ending), fail: () => undefined })
  }
}
