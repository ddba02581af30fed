import { goBack, openScreen } from '@/gateway/navigation'

const FIGURES = '/pages/figures'

/** What a centre and the district count, a new centre, and a message to a class. */
export const goFigures = {
  back: goBack,
  centre: (): void => openScreen(`${FIGURES}/centre/centre`),
  district: (): void => openScreen(`${FIGURES}/district/district`),
  open: (): void => openScreen(`${FIGURES}/open/open`),
  message: (activityId: string, poolId: string): void =>
    openScreen(`${FIGURES}/message/message`, { activityId, ...(poolId === '' ? {} : { poolId }) }),
}
