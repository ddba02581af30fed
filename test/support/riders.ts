import type { Output } from '@/contract'
import { postCall } from './weapp/cloud-line'
import { ask } from './programme'

export type ListedStation = Output<'stations.list'>['stations'][number]

/** All stations that a host knows, nearest to a point of GCJ-02 first. */
export async function stationsNear(
  host: string,
  near: { lat: number; lng: number },
  open?: 'now' | '24h',
): Promise<ListedStation[]> {
  const stations: ListedStation[] = []
  for (let after: string | null | undefined; after !== null;) {
    const page: Output<'stations.list'> = await ask(host, undefined, 'stations.list', {
      ...{ near },
      ...(open && { open }),
      ...(after !== undefined && { after }),
    })
    stations.push(...page.stations)
    after = page.after
  }
  return stations
}

/** Where the phone of the tests begins: the first centre of the list. */
export async function firstCentre(host: string): Promise<{ lat: number; lng: number }> {
  const { centres } = await ask<Output<'centres.list'>>(host, undefined, 'centres.list', {})
  const { lat, lng } = centres[0]!.location
  return { lat, lng }
}

/** Stations that never close and that nobody doubts, nearest to the first centre first. */
export async function alwaysOpen(host: string): Promise<ListedStation[]> {
  const stations = await stationsNear(host, await firstCentre(host), '24h')
  return stations.filter(({ doubt }) => doubt === null)
}

let told = 0

/** A persona says over the wire how they found a station. */
export async function tells(
  host: string,
  persona: string,
  input: { stationId: string; kind: string; facility?: string; note?: string },
): Promise<Output<'stations.report'>> {
  const requestId = `rider-${process.pid}-${(told += 1)}`
  const request = { operation: 'stations.report', input, requestId }
  const answer = (await postCall(host, persona, request)) as {
    ok: boolean
    value: Output<'stations.report'>
  }
  if (!answer.ok) throw new Error(`stations.report: ${JSON.stringify(answer)}`)
  return answer.value
}
