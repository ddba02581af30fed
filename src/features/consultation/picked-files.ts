import { forgetPreview, type PickedFile, previewOf as seen } from '@/gateway/device/pick-file'

/** The files that were chosen in this run of the app: their content stays out of the draft. */
const picked = new Map<string, { file: PickedFile; preview: string | null }>()
let made = 0

/** Remembers a file; gives the name by which the draft knows it. */
export function rememberFile(file: PickedFile, now: number): string {
  const id = `${now}-${++made}`
  picked.set(id, { file, preview: seen(file) })
  return id
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
  const preview = picked.get(id)?.preview
  if (preview) forgetPreview(preview)
  picked.delete(id)
}
