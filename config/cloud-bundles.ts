import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'
import { type Lock, lockOf } from './builds/lock-of'
import { recordBuild } from './builds/records'

const root = path.resolve(__dirname, '..')
const { version, dependencies } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
) as { version: string; dependencies: Record<string, string> }

/** The official SDK of the KMS, for deployments that seal under keys of it; loaded by those alone. */
const KMS = 'tencentcloud-sdk-nodejs-common'

/**
 * Installed by the platform when a function is uploaded; everything else is in the bundle. What reads
 * lists of stations and what knows traditional characters are left out of it because few calls need
 * them, and every cold start would read them; what draws pictures is machine code, which no bundle can hold.
 */
const INSTALLED_BY_THE_PLATFORM = {
  api: ['wx-server-sdk', '@e965/xlsx', 'csv-parse', 'gcoord', 'opencc-js', 'sharp', KMS],
  clock: ['wx-server-sdk', KMS],
} as const

/** Installed by the Dockerfile beside the container's bundle. */
const INSTALLED_IN_THE_CONTAINER = ['sharp', KMS] as const

/** No bundle runs a database server of its own: what it is given is a server elsewhere. */
const withoutEmbeddedServer: Plugin = {
  name: 'without-embedded-server',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]cloud[\\/]store[\\/]embedded[\\/]/ }, () => ({
      contents: `
        module.exports = {}
        throw new Error('This build has no database server: set DATABASE_URL or PGHOST.')`,
    }))
  },
}

/**
 * What few calls and few starts need, in files of their own beside a function: what reads the tables of
 * a desk, and the steps of the schema.
 */
const BESIDE = { '@/cloud/sheets/desk': 'desk.js', '@/cloud/store/migrate': 'migrate.js' } as const
const withoutBeside: Plugin = {
  name: 'without-what-lies-beside',
  setup(bundle) {
    bundle.onResolve(
      { filter: /^@\/cloud\/(sheets\/desk|store\/migrate)$/ },
      ({ path: asked }) => ({
        path: `./${BESIDE[asked as keyof typeof BESIDE]}`,
        external: true,
      }),
    )
  },
}

/**
 * Parts of packages that nothing here asks for, and that are named when their package is read: threads
 * that write logs, the driver that needs a library of its own (pg-native), and connections out of
 * Cloudflare's Workers. To learn whether it runs there, the driver makes a Response on older versions of
 * Node, for which Node reads all of its HTTP client: a sixth of a cold start.
 */
const withoutUnused: Plugin = {
  name: 'without-unused',
  setup(bundle) {
    bundle.onLoad({ filter: /node_modules\/thread-stream\/index\.js$/ }, () => ({
      contents: `module.exports = class { constructor() { throw new Error('No log has a thread here.') } }`,
    }))
    bundle.onLoad({ filter: /node_modules\/pg\/lib\/native\/index\.js$/ }, () => ({
      contents: `throw new Error('This build speaks to PostgreSQL without pg-native.')`,
    }))
    bundle.onLoad({ filter: /node_modules\/pg\/lib\/stream\.js$/ }, () => ({
      contents: `
        const { Socket } = require('net')
        exports.getStream = () => new Socket()
        exports.getSecureStream = (options) => require('tls').connect(options)`,
    }))
  },
}

/** What builds tables: the steps of the schema do, and lie beside. */
const withoutSchemaBuilder: Plugin = {
  name: 'without-schema-builder',
  setup(bundle) {
    bundle.onLoad({ filter: /node_modules\/kysely\/dist\/esm\/schema\/schema\.js$/ }, () => ({
      contents: `export class SchemaModule { constructor() { throw new Error('Only steps of the schema build tables.') } }`,
    }))
  },
}

/** The statements of the store as one line begins after another: no server reads how they are indented. */
const withoutIndents: Plugin = {
  name: 'without-indents',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]cloud[\\/]store[\\/]queries[\\/].*\.ts$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8').replace(/\n +/g, '\n'),
      loader: 'ts',
    }))
  },
}

async function bundle(
  entry: string,
  output: string,
  target: string,
  external: readonly string[] = [],
  plugins: readonly Plugin[] = [],
  { startsCold } = { startsCold: true },
): Promise<void> {
  const outfile = path.join(root, output)
  const { metafile } = await build({
    entryPoints: [path.join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target,
    // A dynamic import becomes a require at the place where it stands, for CommonJS functions.
    supported: { 'dynamic-import': false },
    external: [...external],
    plugins: [withoutEmbeddedServer, withoutUnused, withoutIndents, ...plugins],
    tsconfig: path.join(root, 'tsconfig.json'),
    // A third of the bytes to read at a cold start; names stay, so that a stack in a log can be read.
    // A container starts once and answers for weeks: there it costs each call to keep the names so.
    ...(startsCold ? { minify: true, keepNames: true } : {}),
    charset: 'utf8',
    legalComments: 'linked',
    // Kept apart from what is uploaded: config/read-stack.ts reads stacks of a log by them.
    sourcemap: 'external',
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
  })
  const map = path.join(root, output.replace(/^dist\//, 'dist/maps/')) + '.map'
  mkdirSync(path.dirname(map), { recursive: true })
  renameSync(`${outfile}.map`, map)
  const bytes = metafile.outputs[path.relative(process.cwd(), outfile)]?.bytes
  process.stdout.write(`${output}  ${bytes} bytes\n`)
}

function write(folder: string, name: string, content: unknown): void {
  writeFileSync(path.join(root, folder, name), `${JSON.stringify(content, null, 2)}\n`)
}

/** What cleanedPdf starts as a thread, beside the bundle that starts it. */
const bundlePdfWorker = (folder: string, target: string) =>
  bundle('src/cloud/files/pdf-worker.ts', `${folder}/pdf-worker.js`, target)

function versionsOf(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, dependencies[name]!]))
}

/** A cloud function as WeChat DevTools takes it: index.js, package.json, config.json. */
async function cloudFunction(
  name: keyof typeof INSTALLED_BY_THE_PLATFORM,
  config: Record<string, unknown>,
): Promise<void> {
  const installed = INSTALLED_BY_THE_PLATFORM[name]
  const folder = `dist/cloud/${name}`
  mkdirSync(path.join(root, folder), { recursive: true })
  const entry = `src/cloud/hosts/wechat-function/${name}.ts`
  const beside = [withoutBeside, withoutSchemaBuilder]
  await bundle(entry, `${folder}/index.js`, 'node16', installed, beside)
  await bundle('src/cloud/store/migrate.ts', `${folder}/migrate.js`, 'node16', installed)
  write(folder, 'package.json', {
    name,
    version,
    private: true,
    main: 'index.js',
    dependencies: versionsOf(installed),
  })
  write(folder, 'config.json', config)
}

/** What the Dockerfile takes: index.js, and what is installed beside it. */
async function container(): Promise<void> {
  const folder = 'dist/container'
  const installed = INSTALLED_IN_THE_CONTAINER
  mkdirSync(path.join(root, folder), { recursive: true })
  const entry = 'src/cloud/hosts/container/main.ts'
  await bundle(entry, `${folder}/index.js`, 'node20', installed, [], { startsCold: false })
  await bundlePdfWorker(folder, 'node20')
  const name = 'changlai-container'
  const manifest = { name, version, dependencies: versionsOf(installed) }
  write(folder, 'package.json', { ...manifest, private: true, main: 'index.js' })
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lock
  write(folder, 'package-lock.json', lockOf(lock, manifest))
}

async function main(): Promise<void> {
  for (const made of ['cloud', 'container', 'verify-ballot', 'maps']) {
    rmSync(path.join(root, 'dist', made), { recursive: true, force: true })
  }
  await cloudFunction('api', { timeout: 10, permissions: { openapi: ['wxacode.getUnlimited'] } })
  await bundlePdfWorker('dist/cloud/api', 'node16')
  const { api } = INSTALLED_BY_THE_PLATFORM
  await bundle('src/cloud/sheets/desk.ts', 'dist/cloud/api/desk.js', 'node16', api)
  await cloudFunction('clock', {
    timeout: 60,
    permissions: { openapi: ['subscribeMessage.send'] },
    // Second, minute, hour, day, month, weekday, year, at UTC+8: every ten minutes.
    triggers: [{ name: 'every-ten-minutes', type: 'timer', config: '0 */10 * * * * *' }],
  })
  await container()
  // One file that anybody can run on their own machine, without the rest.
  await bundle('src/cloud/hosts/verify-ballot.ts', 'dist/verify-ballot/index.js', 'node16')
  recordBuild(root, 'cloud', '')
}

void main()
