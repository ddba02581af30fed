import type { ReactNode } from 'react'

export interface DeskFrameProps {
  /** The centre in which somebody works. */
  centreId: string
  children?: ReactNode
}

/** On a phone nothing stands beside the work. */
export function DeskFrame({ children }: DeskFrameProps) {
  return <>{children}</>
}
