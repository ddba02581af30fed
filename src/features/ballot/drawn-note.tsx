import { Card } from '@/ui/card/card'
import { Facts } from '@/ui/facts/facts'

/** Says of seats that were given by a draw that anybody can check it. */
export function DrawnNote({ onVerify }: { onVerify: () => void }) {
  return (
    <Card>
      <Facts
        items={[
          {
            icon: 'check',
            title: '这里的席位是摇出来的',
            note: '谁都能在自己手机上重算一遍',
            label: '验一验这次摇号',
            onTap: onVerify,
          },
        ]}
      />
    </Card>
  )
}
