import { once } from 'node:events'
import { type AddressInfo, type Socket, connect, createServer } from 'node:net'
import path from 'node:path'
import type { ServerAddress } from '../../src/cloud/store/embedded'

/** What becomes of a piece of bytes on its way to the database. */
export type Fate =
  | 'passes'
  /** It arrives, and the connection is cut at once. */
  | 'cut'
  /** It arrives and is answered; the connection is cut instead of the answer being passed on. */
  | 'cut before the answer'
  /** It arrives nowhere, and nobody is told: nor anything else on this connection. */
  | 'silence'

/** A line between hosts and PostgreSQL on which something may happen. */
export interface Proxy {
  /** Of its TCP side, as the same user of the same server. */
  url(database: string): string
  /** Decides about each piece from a host; everything passes while there is none. */
  decide: ((piece: Buffer) => Fate) | null
  /** How long each piece is held, in both directions, in milliseconds. */
  delayMs: number
  /** How many pieces did not pass, by their fate. */
  counts: Record<string, number>
  end(): Promise<void>
}

/** Opens a proxy before a server that listens on a Unix socket. */
export async function proxyBefore(address: ServerAddress): Promise<Proxy> {
  const sockets = new Set<Socket>()
  const server = createServer((host) => join(host, connect(socketOf(address))))
  const proxy: Proxy = {
    url: (database) => {
      const { user, password } = address
      const { port } = server.address() as AddressInfo
      return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`
    },
    decide: null,
    delayMs: 0,
    counts: {},
    end: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }

  function join(host: Socket, database: Socket): void {
    let isSilent = false
    let cutsAnswer = false
    const cut = () => {
      host.destroy()
      database.destroy()
    }
    for (const socket of [host, database]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', cut)
      socket.on('close', () => {
        sockets.delete(socket)
        // What was sent before the end is still to be passed on.
        if (proxy.delayMs === 0) cut()
        else setTimeout(cut, proxy.delayMs)
      })
    }
    const pass = (to: Socket, piece: Buffer) => {
      if (!to.destroyed) to.write(piece)
    }
    const toHost = inTurn(() => proxy.delayMs)
    const toDatabase = inTurn(() => proxy.delayMs)
    host.on('data', (piece: Buffer) => {
      const fate = isSilent ? 'silence' : (proxy.decide?.(piece) ?? 'passes')
      if (fate !== 'passes') proxy.counts[fate] = (proxy.counts[fate] ?? 0) + 1
      if (fate === 'silence') return void (isSilent = true)
      if (fate === 'cut') {
        database.end(piece)
        return void host.destroy()
      }
      if (fate === 'cut before the answer') cutsAnswer = true
      toDatabase(() => pass(database, piece))
    })
    database.on('data', (piece: Buffer) => {
      if (isSilent) return
      if (cutsAnswer) return cut()
      toHost(() => pass(host, piece))
    })
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return proxy
}

/** Runs what it is given in its order, each after the delay that holds when it comes. */
function inTurn(delayMs: () => number): (then: () => void) => void {
  const queue: { at: number; then: () => void }[] = []
  const leave = () => {
    while (queue.length > 0 && queue[0]!.at <= performance.now()) queue.shift()!.then()
    if (queue.length > 0) setTimeout(leave, queue[0]!.at - performance.now())
  }
  return (then) => {
    if (queue.length === 0 && delayMs() === 0) return then()
    queue.push({ at: performance.now() + delayMs(), then })
    if (queue.length === 1) setTimeout(leave, delayMs())
  }
}

const socketOf = ({ host, port }: ServerAddress) => path.join(host, `.s.PGSQL.${port}`)
