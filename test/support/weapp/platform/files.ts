import type { StorageArea } from './storage'
import { wxCall, WxError } from './wx-call'

/** What somebody will choose when they are next asked for a file. */
export interface ChosenFile {
  name: string
  /** Its bytes in base64. */
  content: string
}

/** Puts a file into cloud storage; gives its id there. Rejects when it is lost. */
export type CloudStorage = (cloudPath: string, content: string) => Promise<string>

const USER_FOLDER = 'wxfile://usr'
const TEMPORARY = 'wxfile://tmp'
const bytesOf = (base64: string) =>
  Math.floor((base64.length * 3) / 4) - /=*$/.exec(base64)![0].length

const base64Of = (bytes: ArrayBuffer): string => {
  const letters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte))
  return btoa(letters.join(''))
}

type Callbacks = { success?: (result: object) => void; fail?: (error: object) => void }

/**
 * Files of the phone: choosing them, the mini-program's own folder, and cloud storage. `area` keeps
 * the folder over a restart; what was chosen is gone with the app, as on a phone.
 */
export class PhoneFiles {
  private readonly temporary = new Map<string, string>()
  private next: ChosenFile | null = null

  constructor(
    private readonly area: StorageArea,
    private readonly put: CloudStorage,
  ) {}

  /** What is chosen next; nobody chooses anything of their own accord. */
  hand(file: ChosenFile): void {
    this.next = file
  }

  /** What an image draws from: a file of the phone by its content, anything else as it is. */
  sourceOf(src: string): string {
    const content = this.read(src)
    return content === null ? src : `data:image/jpeg;base64,${content}`
  }

  /** `log` is told of what the phone's viewers show: where it lies, how long it is, how it begins. */
  api(log: (name: string, options: unknown) => void): Record<string, unknown> {
    const shown = (name: string, path: string, options: object): void => {
      const content = this.read(path)
      if (content === null) throw new WxError(name, `no such file or directory, open "${path}"`)
      const begins = [...atob(content.slice(0, 8))].slice(0, 4).map((byte) => byte.charCodeAt(0))
      log(name, { ...options, bytes: bytesOf(content), begins })
    }
    return {
      env: { USER_DATA_PATH: USER_FOLDER },
      chooseMedia: wxCall<{ mediaType?: string[] }>('chooseMedia', (options) => {
        log('chooseMedia', options)
        const { path, size } = this.choose('chooseMedia')
        return { type: 'image', tempFiles: [{ tempFilePath: path, size, fileType: 'image' }] }
      }),
      chooseMessageFile: wxCall<{ extension?: string[] }>('chooseMessageFile', (options) => {
        log('chooseMessageFile', options)
        const chosen = this.choose('chooseMessageFile')
        const fits = options.extension?.some((ending) => chosen.name.endsWith(`.${ending}`)) ?? true
        // WeChat shows no others to choose from.
        if (!fits) throw new WxError('chooseMessageFile', 'cancel')
        return { tempFiles: [{ ...chosen, type: 'file', time: 0 }] }
      }),
      getFileSystemManager: () => this.fileSystem(),
      previewImage: wxCall<{ urls: string[] }>('previewImage', ({ urls }) => {
        for (const url of urls) shown('previewImage', url, { urls })
      }),
      shareFileMessage: wxCall<{ filePath: string; fileName?: string }>(
        'shareFileMessage',
        // The chat gets a copy of its own.
        ({ filePath, fileName }) =>
          shown('shareFileMessage', filePath, { filePath, fileName, copy: this.read(filePath) }),
      ),
      openDocument: wxCall<{ filePath: string }>('openDocument', ({ filePath }) =>
        shown('openDocument', filePath, { filePath }),
      ),
    }
  }

  /** The part of `wx.cloud` that knows of files. */
  cloudApi(): Record<string, unknown> {
    return {
      uploadFile: wxCall<{ cloudPath: string; filePath: string }>(
        'cloud.uploadFile',
        async ({ cloudPath, filePath }) => {
          const content = this.read(filePath)
          if (content === null) throw new WxError('cloud.uploadFile', 'file not exists')
          try {
            return { fileID: await this.put(cloudPath, content), statusCode: 204 }
          } catch (error) {
            throw new WxError('cloud.uploadFile', error instanceof Error ? error.message : 'lost')
          }
        },
      ),
    }
  }

  private choose(name: string): { path: string; size: number; name: string } {
    const chosen = this.next
    this.next = null
    if (!chosen) throw new WxError(name, 'cancel')
    const path = `${TEMPORARY}/${this.temporary.size}-${chosen.name}`
    this.temporary.set(path, chosen.content)
    return { path, size: bytesOf(chosen.content), name: chosen.name }
  }

  private read(path: string): string | null {
    return this.temporary.get(path) ?? this.area.getItem(path)
  }

  private fileSystem(): object {
    const { area } = this
    const inFolder = (name: string, filePath: string) => {
      if (!filePath.startsWith(`${USER_FOLDER}/`)) throw new WxError(name, 'permission denied')
    }
    const done = (ask: Callbacks, work: () => object): void => {
      void Promise.resolve()
        .then(work)
        .then(
          (result) => ask.success?.(result),
          (error: object) => ask.fail?.(error),
        )
    }
    return {
      readdir: (ask: Callbacks & { dirPath: string }) =>
        done(ask, () => {
          const paths = Array.from({ length: area.length }, (_, at) => area.key(at)!)
          const files = paths
            .filter((path) => path.startsWith(`${ask.dirPath}/`))
            .map((path) => path.slice(ask.dirPath.length + 1))
          return { files }
        }),
      writeFile: (
        ask: Callbacks & { filePath: string; data: string | ArrayBuffer; encoding?: string },
      ) =>
        done(ask, () => {
          inFolder('writeFile', ask.filePath)
          const { data, encoding } = ask
          const written = encoding === 'base64' ? data : bytesIn(data)
          area.setItem(ask.filePath, typeof written === 'string' ? written : base64Of(written))
          return {}
        }),
      unlink: (ask: Callbacks & { filePath: string }) =>
        done(ask, () => {
          inFolder('unlink', ask.filePath)
          area.removeItem(ask.filePath)
          return {}
        }),
    }
  }
}

/** A text as UTF-8, which is how WeChat writes one that comes without an encoding. */
function bytesIn(data: string | ArrayBuffer): ArrayBuffer {
  return typeof data === 'string' ? new TextEncoder().encode(data).buffer : data
}
