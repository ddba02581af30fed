import { isPicture } from '@/gateway/device/pick-file'

/** The files that were chosen in this run of the app: their content stays out of the draft. */
const picked = new Map<string, { file: File; preview: string | null }>()
let made = 0

/** Remembers a file; gives the name by which the draft knows it. */
export function rememberFile(file: File, now: number): string {
  const id = `${now}-${++made}`
  picked.set(id, { file, preview: isPicture(file) ? URL.createObjectURL(file) : null })
  return id
}

/** The content of a file, or null when the app has been closed since it was chosen. */
export function pickedFile(id: string): File | null {
  return picked.get(id)?.file ?? null
}

/** Where a picture can be seen small; null for a PDF and for what is gone. */
export function previewOf(id: string): string | null {
  return picked.get(id)?.preview ?? null
}

export function forgetFile(id: string): void {
  const preview = picked.get(id)?.preview
  if (preview) URL.revokeObjectURL(preview)
  picked.delete(id)
}
