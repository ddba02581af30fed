import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** Stands for the platform's cloud storage: files by their id, fetched and deleted over HTTP. */
export async function cloudStorage() {
  const files = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const fileId = decodeURIComponent(request.url!.slice(1))
    const file = files.get(fileId)
    if (request.method === 'DELETE') {
      files.delete(fileId)
      return void response.writeHead(204).end()
    }
    if (request.method === 'PUT') {
      return void buffer(request).then((content) => {
        files.set(fileId, content)
        response.writeHead(204).end()
      })
    }
    return void (file ? response.end(file) : response.writeHead(404).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files,
    end: () => new Promise((resolve) => server.close(resolve)),
  }
}
