import { wxCall, WxError } from './wx-call'

const USER_FOLDER = 'http://usr'

/** wx's place for a mini-program's own files, and the viewers that show one of them. */
export function filesApi(log: (name: string, options: unknown) => void): Record<string, unknown> {
  const files = new Map<string, Uint8Array>()
  const held = (name: string, path: string): Uint8Array => {
    const content = files.get(path)
    if (!content) throw new WxError(name, `no such file or directory, open "${path}"`)
    return content
  }
  /** What was shown, by its first bytes and its length. */
  const shown = (name: string, path: string): void => {
    const content = held(name, path)
    log(name, { path, bytes: content.length, begins: [...content.slice(0, 4)] })
  }
  return {
    env: { USER_DATA_PATH: USER_FOLDER },
    getFileSystemManager: () => ({
      writeFileSync: (path: string, content: ArrayBuffer) => {
        if (!path.startsWith(`${USER_FOLDER}/`)) {
          throw new WxError('writeFileSync', `permission denied, open "${path}"`)
        }
        files.set(path, new Uint8Array(content.slice(0)))
      },
      unlinkSync: (path: string) => {
        held('unlinkSync', path)
        files.delete(path)
      },
      readdirSync: () => [...files.keys()].map((path) => path.slice(USER_FOLDER.length + 1)),
    }),
    previewImage: wxCall<{ urls: string[] }>('previewImage', ({ urls }) => {
      for (const url of urls) shown('previewImage', url)
    }),
    openDocument: wxCall<{ filePath: string }>('openDocument', ({ filePath }) =>
      shown('openDocument', filePath),
    ),
  }
}
