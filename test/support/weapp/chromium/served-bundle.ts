import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Bundle } from '../bundle'
import type { Given } from './main'
import { PAGE } from './page.html'
import { platformScript } from './platform-script'

/** What of a phone's page is the same on every phone. */
type Shared = Pick<Given, 'modules' | 'json' | 'styles'>

const SCRIPT = 'text/javascript; charset=utf-8'
const scriptsOf = new WeakMap<Bundle, Record<string, Buffer>>()

/**
 * Serves the page of one phone: handed to the browser through its driver, as text within text, the bundle
 * would cost a quarter of a second of the processor each time.
 */
export class ServedBundle {
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  /** `phone`: what only this one is given, asked for at each start. */
  static async start(
    bundle: Bundle,
    phone: () => Omit<Given, keyof Shared>,
  ): Promise<ServedBundle> {
    const scripts = scriptsOf.get(bundle) ?? sharedScripts(bundle)
    scriptsOf.set(bundle, scripts)
    const server = createServer(({ url = '/' }, response) => {
      const { pathname } = new URL(url, 'http://phone')
      const script = scripts[pathname]
      const asset = bundle.assets[pathname.slice(1)]
      if (pathname === '/') send(response, 'text/html', PAGE)
      else if (pathname === '/phone.js')
        send(response, SCRIPT, `Object.assign(window.given, ${JSON.stringify(phone())})`)
      else if (script) send(response, SCRIPT, script)
      else if (asset) send(response, 'image/png', asset)
      else response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new ServedBundle(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve))
    this.server.closeAllConnections()
    await closed
  }
}

function sharedScripts({ modules, json, styles, wxml }: Bundle): Record<string, Buffer> {
  const shared: Shared = { modules, json, styles }
  return {
    '/given.js': Buffer.from(`window.given = ${JSON.stringify(shared)}`),
    '/wxml.js': Buffer.from(wxml),
    '/main.js': Buffer.from(platformScript()),
  }
}

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
}
