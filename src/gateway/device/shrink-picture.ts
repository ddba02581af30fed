import Taro from '@tarojs/taro'
import type { PickedFile } from './pick-file'

/** What is smaller is sent as it is. */
const SMALL_BYTES = 200 * 1024
/** As wide or high as any screen shows it. */
const LONGEST_SIDE = 1280
const QUALITY = 75

/**
 * The same picture in at most about 200 KB, so that it is sent quickly; as it was where the phone cannot
 * draw it, which the server will tell.
 */
export async function shrinkPicture(file: PickedFile): Promise<PickedFile> {
  if (file.size <= SMALL_BYTES) return file
  try {
    return process.env.TARO_ENV === 'h5' ? await inBrowser(file) : await onPhone(file)
  } catch {
    return file
  }
}

async function inBrowser(file: PickedFile): Promise<PickedFile> {
  const bitmap = await createImageBitmap(file.blob!)
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', QUALITY / 100),
  )
  return blob && blob.size < file.size
    ? { name: `${file.name.replace(/\.\w+$/, '')}.jpg`, size: blob.size, blob }
    : file
}

async function onPhone(file: PickedFile): Promise<PickedFile> {
  const { tempFilePath } = await Taro.compressImage({
    ...{ src: file.path!, quality: QUALITY, compressedWidth: LONGEST_SIDE },
  })
  const files = Taro.getFileSystemManager()
  const size = await new Promise<number>((resolve, reject) =>
    files.getFileInfo({
      filePath: tempFilePath,
      success: (found) => resolve(found.size),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    }),
  )
  return size < file.size ? { name: file.name, size, path: tempFilePath } : file
}
