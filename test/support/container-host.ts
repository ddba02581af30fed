import type { Answer, Door } from '../cloud/black-box/door'
import { currentCloudBundles } from './cloud-bundles'
import { startImage } from './container-image'
import { CONTAINER_HOST, startHost } from './host-process'

/**
 * The bundled container host as a process of its own, in production, on a database; where
 * CONTAINER_IMAGE names an image, a container of that in its place.
 */
export async function containerDoor(
  databaseUrl: string,
  environment: Record<string, string> = {},
): Promise<Door & { url: string }> {
  const settings = { DATABASE_URL: databaseUrl, NODE_ENV: 'production', ...environment }
  const image = process.env['CONTAINER_IMAGE']
  if (!image) await currentCloudBundles()
  const host = await (image ? startImage(image, settings) : startHost(CONTAINER_HOST, settings))
  return {
    url: host.url,
    output: host.output,
    end: () => host.end(),
    call: async (request, as) => {
      const response = await fetch(`${host.url}/call`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(as ? { 'x-wx-openid': as } : {}) },
        body: JSON.stringify(request),
      })
      return (await response.json()) as Answer
    },
  }
}
