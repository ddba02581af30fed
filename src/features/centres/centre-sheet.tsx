import { Choice } from '@/ui/choice/choice'
import { Sheet } from '@/ui/sheet/sheet'
import { chooseCentre, useCentre } from './use-centre'

interface CentreSheetProps {
  open: boolean
  onClose: () => void
}

/** Which centre's programme to show. */
export function CentreSheet({ open, onClose }: CentreSheetProps) {
  const { centre, centres } = useCentre()
  const options = centres.map(({ centreId, shortName, address }) => ({
    value: centreId,
    label: shortName,
    note: address,
  }))
  return (
    <Sheet open={open} title="看哪个中心" onClose={onClose}>
      <Choice
        label="中心"
        options={options}
        value={centre?.centreId ?? null}
        onChange={(centreId) => {
          chooseCentre(centreId)
          onClose()
        }}
      />
    </Sheet>
  )
}
