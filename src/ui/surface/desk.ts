/** A phone has no room to spread out in. */
export function useDesk(): void {}

/** Whether there is room for two panes side by side. */
export const useWideDesk = (): boolean => false
