/** Whether files can be chosen and sent: a mini-program has no HTTP host to send them to. */
export const canPickFile = process.env.TARO_ENV === 'h5'

/**
 * Lets somebody choose one file of their computer or phone, in H5 alone; null when they chose none.
 * `accept` as in HTML's input. Call it from a tap: browsers open the dialogue for no other reason.
 */
export function pickFile(accept: string): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.onchange = () => resolve(input.files?.[0] ?? null)
    input.oncancel = () => resolve(null)
    input.click()
  })
}

/** Whether a browser can show a file as a picture. */
export function isPicture(file: File): boolean {
  return file.type.startsWith('image/')
}
