import { create } from 'zustand'

export type Scale = 'standard' | 'large'
export type Scheme = 'day' | 'night'

interface Appearance {
  /** 标准, or 大字: text of 18 px and more, targets of 60 px and more, one column. */
  scale: Scale
  /** What is shown now; "follow the system" is resolved before it gets here. */
  scheme: Scheme
  setScale: (scale: Scale) => void
  setScheme: (scheme: Scheme) => void
}

/** How every screen is drawn at this moment. */
export const useAppearance = create<Appearance>((set) => ({
  scale: 'standard',
  scheme: 'day',
  setScale: (scale) => set({ scale }),
  setScheme: (scheme) => set({ scheme }),
}))
