/** The part of WeChat's file system that keeps pictures. */
export interface PhoneFiles {
  /** Names in the mini-program's own folder. */
  list(): Promise<string[]>
  /** Writes bytes in base64; rejects when the phone is full. */
  write(name: string, base64: string): Promise<void>
  remove(name: string): Promise<void>
  /** Where a file of that name is for an image. */
  pathOf(name: string): string
}

/** What a kept picture shows; its files begin so. */
export type Shows = 'station-photo' | 'activity-cover'

/** Pictures are at most 190 KB each: what one walks past in a week, and never a phone full. */
const MOST_OF_A_KIND = 20
const ENDING = '.jpg'

/**
 * Pictures as files of the phone, by the names that the server gives them, so that one that was seen
 * is there without network. The first in the folder go when there are too many that show the same.
 */
export function pictureFiles(files: PhoneFiles, shows: Shows) {
  const mark = `${shows}-`
  const nameOf = (address: string) =>
    `${mark}${address.slice(address.lastIndexOf('/') + 1)}${ENDING}`
  const kept = async () => (await files.list()).filter((name) => name.startsWith(mark))
  return {
    /** Where a picture is; null for one that is not on the phone. */
    async find(address: string): Promise<string | null> {
      const name = nameOf(address)
      const known = await kept().catch((): string[] => [])
      return known.includes(name) ? files.pathOf(name) : null
    },
    /** Keeps a picture; gives where it is, or null where the phone would not take it. */
    async keep(address: string, base64: string): Promise<string | null> {
      try {
        const known = await kept()
        const old = known.slice(0, Math.max(0, known.length + 1 - MOST_OF_A_KIND))
        await Promise.all(old.map((name) => files.remove(name).catch(() => undefined)))
        await files.write(nameOf(address), base64)
        return files.pathOf(nameOf(address))
      } catch {
        return null
      }
    },
  }
}
