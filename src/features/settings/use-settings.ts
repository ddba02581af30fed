import { create } from 'zustand'
import {
  type AppearanceChoice,
  keepAppearanceChoice,
  onSystemScheme,
  readAppearanceChoice,
  systemScale,
  systemScheme,
} from '@/gateway/device/appearance'
import { useAppearance } from '@/ui/appearance'
import { resolveAppearance } from './resolve-appearance'
import { ridersScheme } from './riders-scheme'

const useChoice = create<AppearanceChoice>(readAppearanceChoice)

function draw(scheme = systemScheme()): void {
  const drawn = resolveAppearance(useChoice.getState(), { scale: systemScale(), scheme })
  useAppearance.setState(drawn)
}

/** Draws the screens as the person chose and follows the phone. Called once at start. */
export function startAppearance(): void {
  draw()
  onSystemScheme(draw)
}

/** How the person wants the screens, and the way to say so. */
export function useAppearanceChoice() {
  const choice = useChoice()
  const choose = (change: Partial<AppearanceChoice>): void => {
    useChoice.setState(change)
    keepAppearanceChoice(useChoice.getState())
    draw()
  }
  return { choice, choose }
}

/** The scheme of a screen for riders at `now` (milliseconds since the epoch); see ridersScheme. */
export function useRidersScheme(now: number): 'night' | undefined {
  return ridersScheme(
    useChoice(({ scheme }) => scheme),
    now,
  )
}
