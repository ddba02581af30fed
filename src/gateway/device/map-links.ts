/** A place on the map; degrees in GCJ-02, the datum of Chinese maps. */
export interface MapPlace {
  name: string
  address: string
  lat: number
  lng: number
}

export interface MapLink {
  name: string
  url: string
}

/** Pages of the map services that show a place (GCJ-02), for browsers without WeChat's own map. */
export function mapLinks({ name, address, lat, lng }: MapPlace): MapLink[] {
  const [title, where] = [encodeURIComponent(name), encodeURIComponent(address)]
  return [
    {
      name: '高德地图',
      url: `https://uri.amap.com/marker?position=${lng},${lat}&name=${title}&coordinate=gaode&callnative=1`,
    },
    {
      name: '百度地图',
      url: `https://api.map.baidu.com/marker?location=${lat},${lng}&title=${title}&content=${where}&coord_type=gcj02&output=html&src=webapp.changlai`,
    },
    {
      name: '腾讯地图',
      url: `https://apis.map.qq.com/uri/v1/marker?marker=coord:${lat},${lng};title:${title};addr:${where}&referer=changlai`,
    },
  ]
}
