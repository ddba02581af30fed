import { type MapPlace, mapLinks } from '@/gateway/device/map-links'
import { openPage } from '@/gateway/device/places'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { View } from '@tarojs/components'
import './way-sheet.css'

interface WaySheetProps {
  open: boolean
  place: MapPlace
  onClose: () => void
}

/** The maps of the web, for browsers: which one to open is the person's choice. */
export function WaySheet({ open, place, onClose }: WaySheetProps) {
  return (
    <Sheet open={open} title="怎么去" onClose={onClose}>
      <View className="way-address">{`${place.name}，${place.address}`}</View>
      <View className="way-maps">
        {mapLinks(place).map((link) => (
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
