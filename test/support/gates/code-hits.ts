import { readFileSync } from 'node:fs'
import { filesUnder } from '../weapp/packages'

export interface Hit {
  file: string
  /** What stands around it, in one line. */
  around: string
}

/** Every place in the code of a built program that matches, with what stands around it. */
export function hitsIn(folder: string, pattern: RegExp, kinds = /\.(js|wxs)$/): Hit[] {
  const everywhere = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`)
  return filesUnder(folder)
    .filter((file) => kinds.test(file))
    .flatMap((file) => {
      const code = readFileSync(`${folder}/${file}`, 'utf8')
      return [...code.matchAll(everywhere)].map(({ index }) => ({
        file,
        around: code.slice(Math.max(0, index - 60), index + 60).replace(/\s+/g, ' '),
      }))
    })
}
