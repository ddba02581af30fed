import type { ReactNode } from 'react'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'
import { CentreDesk, useCentresWhere } from './centre-desk'
import { worksFor } from './me/holds-role'
import { useNow } from './use-now'

interface StaffPageProps {
  title: string
  /** The place that the way back leads to, where its name is not plain. */
  back?: string
  /** A centre, or something of it such as an activity; empty for any in which this person works. */
  of?: string
  /** The work in a centre; `now` in milliseconds. */
  children: (centreId: string, now: number) => ReactNode
}

/** A page for those who work in a centre: which one, and their work in it, as wide as a desk allows. */
export function StaffPage({ title, back, of = '', children }: StaffPageProps) {
  useDesk()
  const now = useNow()
  const here = useCentresWhere(
    (me, id) => (of === '' || of === id || of.startsWith(`${id}.`)) && worksFor(me, id),
  )
  return (
    <Screen back={back ?? true} title={title}>
      <CentreDesk here={here} whom="工作人员" now={now}>
        {here.centre && children(here.centre.centreId, now)}
      </CentreDesk>
    </Screen>
  )
}
