import type { PickedFile } from '@/gateway/device/pick-file'
import { isPdf } from './files'

/** The files that were chosen in this run of the app: their content stays out of the draft. */
const picked = new Map<string, { file: PickedFile; preview: string | null }>()
let made = 0

/** Remembers a file; gives the name by which the draft knows it. */
export function rememberFile(file: PickedFile, now: number): string {
  const id = `${now}-${++made}`
  picked.set(id, { file, preview: isPdf(file.name) ? null : pictureOf(file) })
  return id
}

/** Where the phone has a picture, or the browser a view of it. */
function pictureOf({ path, blob }: PickedFile): string | null {
  return path ?? (blob ? URL.createObjectURL(blob) : null)
}

/** The content of a file, or null when the app has been closed since it was chosen. */
export function pickedFile(id: string): PickedFile | null {
  return picked.get(id)?.file ?? null
}

/** Where a picture can be seen small; null for a PDF and for what is gone. */
export function previewOf(id: string): string | null {
  return picked.get(id)?.preview ?? null
}

export function forgetFile(id: string): void {
  const { file, preview } = picked.get(id) ?? {}
  if (file?.blob && preview) URL.revokeObjectURL(preview)
  picked.delete(id)
}
