/** Drawn on a field of 120 × 96, in lines of 2 with round ends, and printed in three colours. */
interface Scene {
  /** A soft ground, a little beside the lines as in a woodcut; filled. */
  wash: string
  /** What it is, in lines. */
  line: string
  /** The one thing in the red of a seal; filled unless it says otherwise. */
  seal: string
}

/** Our own drawings for where there is nothing to show: things of a community centre, at rest. */
export const scenes = {
  /** A covered cup of tea: nothing is on, sit down. */
  tea: {
    wash: '<circle cx="73" cy="40" r="29"/><path d="M26 86h68v3H26z"/>',
    line: '<path d="M36 49h48c0 20-9 32-24 32S36 69 36 49zM40 49c1-9 9-14 20-14s19 5 20 14M56 35a4 4 0 1 1 8 0M27 80c8 6 19 7 33 7s25-1 33-7M27 80h13M80 80h13M52 23c-4-4 4-7 0-12M62 20c-3-3 3-5 0-9"/>',
    seal: '<rect x="53" y="57" width="14" height="14" rx="4"/>',
  },
  /** A ticket with no seal on it yet: nothing is held. */
  ticket: {
    wash: '<path d="M30 25l73 5a4 4 0 0 1 4 4l-2 34a4 4 0 0 1-4 4L28 67a4 4 0 0 1-4-4l2-34a4 4 0 0 1 4-4z"/>',
    line: '<path d="M20 40l55-12a6 6 0 0 0 12-2.500l12-2.700a4 4 0 0 1 5 3l8 36a4 4 0 0 1-3 5l-12 2.700a6 6 0 0 0-12 2.500L30 84a4 4 0 0 1-5-3l-8-36a4 4 0 0 1 3-5zM82 35l1 5M84.500 46l1 5M87 57l1 5M56 48l16-3.500M58 57l16-3.500M60 66l10-2.200"/>',
    seal: '<path fill="none" stroke="#000" stroke-width="2.500" stroke-linejoin="round" d="M29 51l14-3a4 4 0 0 1 5 3l3 14a4 4 0 0 1-3 5l-14 3a4 4 0 0 1-5-3l-3-14a4 4 0 0 1 3-5z"/>',
  },
  /** A glass over an empty page: not found. */
  glass: {
    wash: '<path d="M34 15h46a4 4 0 0 1 4 4v62a4 4 0 0 1-4 4H34a4 4 0 0 1-4-4V19a4 4 0 0 1 4-4z"/>',
    line: '<path d="M72 80H28a4 4 0 0 1-4-4V14a4 4 0 0 1 4-4h46a4 4 0 0 1 4 4v12M34 24h26M34 36h12M34 48h9M34 60h12M34 70h22"/><circle cx="70" cy="48" r="19"/><path d="M59 45a12 12 0 0 1 9-9"/>',
    seal: '<path fill="none" stroke="#000" stroke-width="6" stroke-linecap="round" d="M87 65l14 14"/>',
  },
  /** A bench with a cushion on it: nobody is there, nobody waits. */
  bench: {
    wash: '<path d="M12 86h96v4H12zM24 38h78v10H24zM24 54h78v10H24z"/>',
    line: '<path d="M20 34h80v9H20zM20 48h80v9H20zM14 64h92v7H14zM30 34v-6M90 34v-6M30 43v5M90 43v5M30 57v7M90 57v7M24 71l-3 16M96 71l3 16M38 71l-1 8M82 71l1 8M14 64v-8h-4M106 64v-8h4"/>',
    seal: '<path d="M48 46c6 2 14 2 20 0 2 4 2 11 1 18H47c-1-7-1-14 1-18z"/>',
  },
  /** A kite whose line is torn: no network. */
  kite: {
    wash: '<path d="M20 46a9 9 0 0 1 9-9 13 13 0 0 1 25-2 10 10 0 0 1 4 19H29a9 9 0 0 1-9-8zM84 74a6 6 0 0 1 6-6 9 9 0 0 1 17-1 6.500 6.500 0 0 1 2 12.500H90a6 6 0 0 1-6-5.500z"/>',
    line: '<path d="M93 10L62 24l-2 27 31-11zM93 10L60 51M62 24l29 16M60 51c-7 3-4 9-10 11M46 68c-3 3-6 3-8 7M22 78h18v8H22zM25 78v-3h12v3M25 86v3h12v-3"/>',
    seal: '<path d="M93 10L77.500 31.500 62 24zM60 51l17.500-19.500L91 40z"/>',
  },
  /** A gate under its lantern: somebody else's, or one to open first. */
  gate: {
    wash: '<path d="M54 35h27v51H54zM14 87h80v3H14z"/>',
    line: '<path d="M14 26c6 0 8-3 10-8h62c2 5 4 8 10 8zM30 26v60M78 26v60M30 34h48M54 34v52M22 86h64M36 42h12v16H36zM60 42h12v16H60zM96 26h6v10M102 60v8M97 36h10M97 60h10"/><circle cx="49" cy="66" r="2.500"/><circle cx="59" cy="66" r="2.500"/>',
    seal: '<path d="M98 37h8a9 11 0 0 1 0 22h-8a9 11 0 0 1 0-22z"/>',
  },
  /** A sheet with its seal: done. */
  sealed: {
    wash: '<path d="M34 16h50a4 4 0 0 1 4 4v60a4 4 0 0 1-4 4H34a4 4 0 0 1-4-4V20a4 4 0 0 1 4-4z"/>',
    line: '<path d="M56 78H30a4 4 0 0 1-4-4V14a4 4 0 0 1 4-4h48a4 4 0 0 1 4 4v24M36 24h30M36 36h34M36 48h18M36 60h14"/>',
    seal: '<path fill="none" stroke="#000" stroke-width="4" stroke-linecap="round" stroke-linejoin="round" d="M66 49l28-3a5 5 0 0 1 5 4l3 28a5 5 0 0 1-4 5l-28 3a5 5 0 0 1-5-4l-3-28a5 5 0 0 1 4-5zM73 67l8 7 11-15"/>',
  },
} as const satisfies Record<string, Scene>
