import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { createLog } from '../src/cloud/log'
import { runAsProcess } from '../src/cloud/hosts/http/process'
import { startLocalHost } from '../src/cloud/hosts/local/host'

const root = path.resolve(__dirname, '..')
/** The pages with the gallery, which nothing deploys. */
const PAGES = path.join(root, 'dist/local')
const H5_PAGE = path.join(PAGES, 'index.html')

/** What the pages are made of: everything but the cloud's room. */
function pageSources(): string[] {
  const rooms = readdirSync(path.join(root, 'src')).filter((room) => room !== 'cloud')
  return [...rooms.map((room) => `src/${room}`), 'config', 'babel.config.js', 'package-lock.json']
}

function newestChange(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  const below = readdirSync(file).map((name) => newestChange(path.join(file, name)))
  return Math.max(found.mtimeMs, ...below)
}

function pagesAreCurrent(): boolean {
  const built = statSync(H5_PAGE, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return pageSources().every((source) => newestChange(path.join(root, source)) < built)
}

/** Builds the H5 pages, telling in one line how long it has been at it. */
async function buildPages(): Promise<void> {
  const taro = path.join(root, 'node_modules/@tarojs/cli/bin/taro')
  const startedAt = Date.now()
  const build = spawn(process.execPath, [taro, 'build', '--type', 'h5'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', LOCAL_PAGES: 'yes' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [build.stdout, build.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-8000)))
  }
  const line = () =>
    `正在构建网页，第一次要一两分钟  Building the pages … ${Math.round((Date.now() - startedAt) / 1000)} s`
  if (!process.stdout.isTTY) process.stdout.write(`${line()}\n`)
  const ticking = setInterval(() => {
    if (process.stdout.isTTY) process.stdout.write(`\r${line()}`)
  }, 1000)
  const stopWithUs = () => build.kill()
  process.on('exit', stopWithUs)
  const code = await new Promise<number>((resolve) => {
    build.on('error', () => resolve(1))
    build.on('close', (exit) => resolve(exit ?? 1))
  })
  process.off('exit', stopWithUs)
  clearInterval(ticking)
  if (process.stdout.isTTY) process.stdout.write('\n')
  if (code === 0 && statSync(H5_PAGE, { throwIfNoEntry: false })) return
  process.stderr.write(
    `${output}\n网页没有构建成功，原因见上。 The pages could not be built; see above.\n`,
  )
  process.exit(1)
}

/** Opens a browser where a person sits in front of one; elsewhere does nothing. */
function openBrowser(url: string): void {
  const { CI, BROWSER, DISPLAY, WAYLAND_DISPLAY } = process.env
  if (CI || BROWSER === 'none' || !process.stdout.isTTY) return
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return
  const commands: Partial<Record<NodeJS.Platform, string[]>> = {
    darwin: ['open'],
    win32: ['cmd', '/c', 'start', ''],
  }
  const [command = 'xdg-open', ...leading] = commands[process.platform] ?? []
  spawn(command, [...leading, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}

async function main(): Promise<void> {
  const log = createLog({ name: 'local', level: process.env['LOG_LEVEL'] ?? 'warn' })
  if (process.env['NODE_ENV'] !== 'production' && !pagesAreCurrent()) await buildPages()
  await runAsProcess(log, async () => {
    const host = await startLocalHost(log, PAGES)
    process.stdout.write(
      `
常来已经开门：${host.url}
  在「我的」里可以换身份；日历订阅 ${host.url}/feed/nongye.ics；按 Ctrl+C 结束。
Changlai is open at ${host.url}
  Be anybody under 我的; stop with Ctrl+C. For the mini-program: npm run build, then open this
  folder in WeChat DevTools.
`,
    )
    openBrowser(host.url)
    return host
  })
}

void main()
