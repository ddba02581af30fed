/**
 * Has a browser keep the app's own files, so that it opens without network as the mini-program
 * does. Only where the browser can, and only in a built H5: the worker is written by the build.
 */
export function keepShell(): void {
  if (process.env.TARO_ENV !== 'h5' || process.env.NODE_ENV !== 'production') return
  if (!('serviceWorker' in navigator)) return
  // Without it the app works as before; it only does not open without network.
  navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
}
