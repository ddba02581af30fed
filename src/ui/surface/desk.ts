/** A phone has no room to spread out in. */
export function useDesk(): void {}
