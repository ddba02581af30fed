/** Whether a page can be printed: browsers can, the mini-program cannot. */
export const canPrint = process.env.TARO_ENV === 'h5'

/** Opens the browser's own dialogue for printing this page, in H5 alone. */
export function printPage(): void {
  if (process.env.TARO_ENV === 'h5') window.print()
}
