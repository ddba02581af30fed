import { createUpload } from './upload'

/** Sends a file from this browser. */
export const upload = createUpload({
  base: process.env.API_BASE,
  fetch: (input, init) => fetch(input, init),
  chance: Math.random,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
})
