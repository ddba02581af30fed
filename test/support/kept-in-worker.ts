declare global {
  /** As test/support/screens-environment.ts gives it, to all files of a worker; nothing elsewhere. */
  var kept: Map<string, string> | undefined
}

/** A text that is the same for all test files of a run: made once by each worker that looks at screens. */
export function keptInWorker(name: string, make: () => string): string {
  const known = globalThis.kept?.get(name)
  if (known !== undefined) return known
  const made = make()
  globalThis.kept?.set(name, made)
  return made
}
