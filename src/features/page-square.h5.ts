import { pageAddress } from '@/gateway/device/page-address'
import { qrDataUri } from '@/ui/check-in-code/qr'

/** The square that opens a page with its scene in a browser, as the data URI of a picture. */
export function pageSquare(page: string, scene: string): string | null {
  const address = pageAddress(page, { scene })
  return address === null ? null : qrDataUri(address)
}
