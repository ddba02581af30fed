import { once } from 'node:events'
import { type Socket, connect } from 'node:net'

export interface HttpAnswer {
  status: number
  body: string
}

/**
 * One kept connection to an HTTP server, one request at a time: as little of a client as speaks true
 * HTTP/1.1, so that what is measured is the server. It reads answers by their content-length, which
 * all that is measured here send; any other is an error. A connection that was lost is made anew with
 * the next request.
 */
export class Connection {
  private socket: Socket | null = null
  private received = ''
  private done: ((answer: HttpAnswer) => void) | null = null
  private failed: ((error: Error) => void) | null = null

  constructor(
    private readonly host: string,
    private readonly port: number,
    private readonly path: string,
  ) {}

  /** Connects, so that the first request need not. */
  async begin(): Promise<void> {
    const socket = (this.socket ??= this.open())
    if (socket.connecting) await once(socket, 'connect')
  }

  post(openid: string, body: string): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      this.done = resolve
      this.failed = reject
      this.socket ??= this.open()
      this.socket.write(
        `POST ${this.path} HTTP/1.1\r\nhost: ${this.host}:${this.port}\r\nx-wx-openid: ${openid}\r\n` +
          `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      )
    })
  }

  end(): void {
    this.socket?.destroy()
  }

  private open(): Socket {
    const socket = connect(this.port, this.host)
    socket.setNoDelay(true).setEncoding('utf8')
    socket.on('data', (text: string) => this.take(text))
    socket.on('error', (error) => this.lose(error))
    socket.on('close', () => this.lose(new Error('The connection was closed')))
    return socket
  }

  private lose(error: Error): void {
    this.socket?.destroy()
    this.socket = null
    this.received = ''
    this.failed?.(error)
    this.failed = this.done = null
  }

  private take(text: string): void {
    this.received = this.received === '' ? text : this.received + text
    const head = this.received.indexOf('\r\n\r\n')
    if (head === -1) return
    const length = /\r\ncontent-length: (\d+)/i.exec(this.received)?.[1]
    if (length === undefined) return this.lose(new Error('An answer without a length'))
    const body = this.received.slice(head + 4)
    if (Buffer.byteLength(body) < Number(length)) return
    const { done } = this
    const status = Number(this.received.slice(9, 12))
    this.received = ''
    this.failed = this.done = null
    done?.({ status, body })
  }
}
