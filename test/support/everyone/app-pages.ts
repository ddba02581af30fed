/** The routes of all pages, as the app itself is told them: what is new there cannot be forgotten. */
export function appPages(): string[] {
  Object.assign(globalThis, { defineAppConfig: (config: object) => config })
  // oxlint-disable-next-line typescript/no-require-imports
  const { default: app } = require('@/app.config') as {
    default: { pages: string[]; subPackages: { root: string; pages: string[] }[] }
  }
  const beyond = app.subPackages.flatMap(({ root, pages }) => pages.map((one) => `${root}/${one}`))
  return [...app.pages, ...beyond]
}
