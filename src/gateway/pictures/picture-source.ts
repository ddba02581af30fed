import Taro from '@tarojs/taro'
import { type PhoneFiles, pictureFiles, type Shows } from './picture-files'

const inMiniProgram = process.env.TARO_ENV !== 'h5'

/** WeChat's file system as promises; its folder of this mini-program may take 200 MB. */
function wechatFiles(): PhoneFiles {
  const folder = Taro.env.USER_DATA_PATH ?? ''
  const system = Taro.getFileSystemManager()
  const promised = <Result>(ask: (callbacks: object) => void): Promise<Result> =>
    new Promise((resolve, reject) =>
      ask({
        success: resolve,
        fail: ({ errMsg }: { errMsg: string }) => reject(new Error(errMsg)),
      }),
    )
  const pathOf = (name: string) => `${folder}/${name}`
  return {
    pathOf,
    list: async () => {
      const read = (more: object) => system.readdir({ dirPath: folder, ...more })
      return (await promised<{ files: string[] }>(read)).files
    },
    write: (name, data) =>
      promised((more) =>
        system.writeFile({ filePath: pathOf(name), data, encoding: 'base64', ...more }),
      ),
    remove: (name) => promised((more) => system.unlink({ filePath: pathOf(name), ...more })),
  }
}

/**
 * Where an image finds a picture that the server keeps: on an HTTP host at its address; in the
 * mini-program as a file of the phone, asked of the server once. `ask` gives the picture's address
 * and its JPEG in base64, or null where it cannot be had now; then this is null.
 */
export async function pictureSource(
  shows: Shows,
  address: string,
  ask: () => Promise<{ address: string; jpeg: string } | null>,
): Promise<string | null> {
  if (!inMiniProgram) return `${process.env.API_BASE}${address}`
  const files = pictureFiles(wechatFiles(), shows)
  const known = await files.find(address)
  if (known !== null) return known
  const got = await ask()
  return got && ((await files.keep(got.address, got.jpeg)) ?? `data:image/jpeg;base64,${got.jpeg}`)
}
