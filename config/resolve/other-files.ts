import path from 'node:path'

interface Request {
  request?: string
  path?: string | false
}

interface Context {
  missingDependencies?: { add(file: string): void }
}

interface Resolver {
  getHook(name: string): {
    tapAsync(
      options: { name: string; stage: number },
      look: (request: Request, context: Context, done: () => void) => void,
    ): void
  }
}

/** What a file without an ending may end with, in the order in which Taro looks. */
const ENDINGS = ['.js', '.jsx', '.ts', '.tsx', '.mjs', '.vue']

/**
 * Resolver plugin: whatever an import without an ending was found by, the other files that it would be
 * found by if they came to be are told to webpack. Taro looks for `name.h5.ts` and its kin by itself and
 * tells nobody, so that a kept cache would go on with `name.ts` wherever the importing file is the same.
 */
export class OtherFiles {
  constructor(private readonly platform: string) {}

  apply(resolver: Resolver) {
    // Taro's way out of this hook is its own, and answers at once.
    const first = { name: 'OtherFiles', stage: -100 }
    resolver.getHook('described-resolve').tapAsync(first, (request, context, done) => {
      for (const file of this.candidates(request)) context.missingDependencies?.add(file)
      done()
    })
  }

  private candidates({ request, path: from }: Request): string[] {
    const asked = request ?? from
    if (!asked || path.extname(asked) !== '' || !from) return []
    if (!path.isAbsolute(asked) && !asked.startsWith('.')) return []
    const file = path.resolve(from, asked)
    if (file.includes(`${path.sep}node_modules${path.sep}`)) return []
    return [file, path.join(file, 'index')].flatMap((one) =>
      ENDINGS.flatMap((ending) => [`${one}.${this.platform}${ending}`, `${one}${ending}`]),
    )
  }
}
