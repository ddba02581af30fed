import Taro from '@tarojs/taro'
import { downloadText } from './download-text'

/** `saved`: a browser has downloaded it; `sent`: the person chose a chat for it. */
export type SaveOutcome = 'saved' | 'sent' | 'refused'

/**
 * Gives the person a text as a file: a download in H5; in the mini-program, which has no place for files
 * that they could find, a file to send to a chat, such as 文件传输助手.
 */
export async function saveText(text: string, name: string, media: string): Promise<SaveOutcome> {
  if (process.env.TARO_ENV === 'h5') {
    downloadText(text, name, media)
    return 'saved'
  }
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  try {
    await new Promise((success, fail) => {
      Taro.getFileSystemManager().writeFile({
        filePath,
        data: text,
        encoding: 'utf8',
        success,
        fail,
      })
    })
    await Taro.shareFileMessage({ filePath, fileName: name })
    return 'sent'
  } catch {
    return 'refused'
  } finally {
    Taro.getFileSystemManager().unlink({ filePath, fail: () => undefined })
  }
}
