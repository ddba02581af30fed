import { keepInAddress, openScreen, replaceScreen } from '@/gateway/navigation'

export const WORKBENCH = 'pages/staff/workbench/workbench'

/** Where those who work in a centre begin, and where they go from there. */
export const goWorkbench = {
  open: (): void => openScreen(`/${WORKBENCH}`),
  /** A part of their work, by its page. */
  to: (page: string): void => openScreen(`/${page}`),
  /** The same in the place of this one: at a desk the way there stands beside everything. */
  instead: (page: string): void => replaceScreen(`/${page}`),
}

/** Keeps what is chosen on a page of the desk in its address; null is nothing. */
export const keepChosen = keepInAddress
