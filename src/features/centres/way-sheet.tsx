import { mapLinks } from '@/gateway/device/map-links'
import { openPage } from '@/gateway/device/places'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { View } from '@tarojs/components'
import type { Centre } from './current-centre'
import './way-sheet.css'

interface WaySheetProps {
  open: boolean
  centre: Centre
  onClose: () => void
}

/** The maps of the web, for browsers: which one to open is the person's choice. */
export function WaySheet({ open, centre, onClose }: WaySheetProps) {
  const { name, address, location } = centre
  return (
    <Sheet open={open} title="怎么去" onClose={onClose}>
      <View className="way-address">{`${name}，${address}`}</View>
      <View className="way-maps">
        {mapLinks({ name, address, lat: location.lat, lng: location.lng }).map((link) => (
          <Button
            key={link.name}
            kind="ghost"
            block
            onTap={() => {
              openPage(link.url)
              onClose()
            }}
          >
            {link.name}
          </Button>
        ))}
      </View>
    </Sheet>
  )
}
