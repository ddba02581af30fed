import { fire } from './fire'
import { wxCall, WxError } from './wx-call'

/** A marker as the bundle hands it to the phone; degrees in GCJ-02. */
export interface Marker {
  id: number
  latitude: number
  longitude: number
  title?: string
  ariaLabel?: string
  joinCluster?: boolean
  callout?: { content: string; display?: 'ALWAYS' | 'BYCLICK' }
}

/** The name that the app gave stands on exparser's node, not on the element. */
type MapElement = Element & { __wxElement?: { id?: string } }
type Log = (name: string, options: unknown) => void

const maps = new WeakMap<Element, DrawnMap>()

/** The map that an element shows; one for each element. */
export function mapOf(host: Element): DrawnMap {
  const known = maps.get(host) ?? new DrawnMap(host)
  maps.set(host, known)
  return known
}

/** WeChat's map as a test can see and tap it: a box with a button for each marker. */
class DrawnMap {
  private given: Marker[] = []
  private readonly added = new Map<number, Marker>()
  private readonly list: HTMLElement

  constructor(private readonly host: Element) {
    this.list = document.createElement('div')
    // The platform's own drawing: not the app's to be measured.
    this.list.dataset.native = 'map'
    this.list.style.cssText = 'height:100%;overflow:auto'
    host.appendChild(this.list)
  }

  /** The markers of the property `markers`. */
  give(markers: unknown): void {
    this.given = Array.isArray(markers) ? (markers as Marker[]) : []
    this.draw()
  }

  add(markers: Marker[], clear: boolean): void {
    if (clear) {
      this.given = []
      this.added.clear()
    }
    for (const marker of markers) this.added.set(marker.id, marker)
    this.draw()
  }

  remove(ids: number[]): void {
    this.given = this.given.filter(({ id }) => !ids.includes(id))
    for (const id of ids) this.added.delete(id)
    this.draw()
  }

  private draw(): void {
    this.list.replaceChildren(
      ...[...this.given, ...this.added.values()].map((marker) => {
        check(marker)
        const button = document.createElement('div')
        button.setAttribute('role', 'button')
        button.textContent = marker.ariaLabel ?? marker.callout?.content ?? marker.title ?? ''
        button.addEventListener('click', (event) => {
          event.stopPropagation()
          const detail = { markerId: marker.id }
          fire(this.host, 'markertap', detail)
          if (marker.callout) fire(this.host, 'callouttap', detail)
        })
        return button
      }),
    )
  }
}

/** What a phone would not draw, or draw somewhere else. */
function check({ id, latitude, longitude }: Marker): void {
  if (!Number.isInteger(id)) throw new WxError('map', 'marker id must be a number')
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
    throw new WxError('map', `marker ${id} is nowhere`)
  }
}

/** `wx.createMapContext` for the maps of the page on top; what it is asked for is logged. */
export function mapApi(root: () => Element, log: Log): Record<string, unknown> {
  const createMapContext = (mapId: string): object => {
    const drawn = (name: string): DrawnMap => {
      const hosts = Array.from(root().querySelectorAll<MapElement>('wx-map'))
      const host = hosts.find(({ __wxElement }) => __wxElement?.id === mapId)
      if (!host) throw new WxError(name, `map "${mapId}" is not found`)
      return mapOf(host)
    }
    const asked = <Options extends object>(
      name: string,
      work: (map: DrawnMap, options: Options) => object | void = () => undefined,
    ) =>
      wxCall<Options>(name, (options) => {
        log(`MapContext.${name}`, options)
        return work(drawn(name), options)
      })
    return {
      initMarkerCluster: asked('initMarkerCluster'),
      addMarkers: asked<{ markers: Marker[]; clear?: boolean }>(
        'addMarkers',
        (map, { markers, clear = false }) => map.add(markers, clear),
      ),
      removeMarkers: asked<{ markerIds: (number | string)[] }>(
        'removeMarkers',
        (map, { markerIds }) => map.remove(markerIds.map(Number)),
      ),
      includePoints: asked('includePoints'),
      moveToLocation: asked('moveToLocation'),
      getScale: asked('getScale', () => ({ scale: 16 })),
      on: (event: string) => log('MapContext.on', event),
    }
  }
  return { createMapContext }
}
