import type { Output } from '@/contract'
import { command } from './consultations'
import { coverPicture } from './files/cover-picture'

/** As staff of the sample centre: sends the sample picture and hangs it at an activity; its address. */
export async function hangSampleCover(host: string, activityId: string): Promise<string> {
  const sent = await fetch(`${host}/upload`, {
    method: 'POST',
    headers: { 'x-local-persona': 'staff', 'x-file-name': 'cover.jpg' },
    body: new Uint8Array(await coverPicture()),
  })
  const { value } = (await sent.json()) as { value: { fileId: string } }
  const wish = { activityId, ...value }
  const hung = await command<Output<'programme.setCover'>>(
    host,
    'staff',
    'programme.setCover',
    wish,
  )
  return hung.cover!
}
