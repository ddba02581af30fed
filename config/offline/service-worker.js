/* global self, caches, fetch, URL, SHELL, BUILD */
/** The build adds SHELL, the paths of all its files, and BUILD, a hash of them, above this line. */
const CACHE = `shell-${BUILD}`

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(SHELL))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  const old = (key) => key.startsWith('shell-') && key !== CACHE
  event.waitUntil(
    caches
      .keys()
      .then((keys) => Promise.all(keys.filter(old).map((key) => caches.delete(key))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (!SHELL.includes(pathname)) return
  // The page itself comes fresh while there is network; files carry a hash and never change.
  const fresh = () => fetch(request)
  const kept = () => caches.match(pathname)
  event.respondWith(
    pathname === '/' ? fresh().catch(kept) : kept().then((response) => response || fresh()),
  )
})
