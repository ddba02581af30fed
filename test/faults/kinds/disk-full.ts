import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { SPAN_MS } from '../cast'
import type { Fault, Scene } from '../fault'

/**
 * A disk without a byte left. The server lies on a small file system that is filled to its end: tables
 * cannot grow; or, where the log of changes is sent on to its next file, PostgreSQL cannot write it,
 * ends in a panic and does not come up again until there is room. Where this account may mount no
 * file system, every booking meets the error that PostgreSQL then reports.
 */
export const diskFull: Fault = {
  name: 'disk-full',
  onSmallDisk: true,
  async strike(scene) {
    const { stage, chance } = scene
    const atMs = chance.between(50, SPAN_MS / 2)
    const forMs = chance.between(1_000, 2_000)
    const how = stage.smallDisk === null ? 'error' : chance.oneOf(['tables', 'log'] as const)
    await wait(atMs)
    if (stage.smallDisk === null) await withError(scene, forMs)
    else await withBallast(scene, stage.smallDisk, how === 'log', forMs)
    return { did: { atMs, forMs, how } }
  },
}

async function withBallast(scene: Scene, disk: string, log: boolean, forMs: number): Promise<void> {
  const ballast = path.join(disk, 'ballast')
  fill(disk, ballast)
  if (log) {
    // Each takes the log to its next file; those that are kept for later are soon used up.
    for (let files = 0; files < 20; files += 1) {
      const isOver = await scene.stage
        .asOwner(
          scene.database,
          `select pg_logical_emit_message(true, '', repeat('x', 8000)), pg_switch_wal()`,
        )
        .then(
          () => false,
          () => true,
        )
      if (isOver) break
    }
  }
  const until = performance.now() + forMs
  // What PostgreSQL frees meanwhile is taken as well.
  while (performance.now() < until) {
    fill(disk, ballast)
    await wait(50)
  }
  rmSync(ballast)
}

/** Takes every byte that is free. */
function fill(disk: string, ballast: string): void {
  const { bavail, bsize } = statfsSync(disk)
  if (bavail === 0) return
  const piece = Buffer.alloc(bsize * 64)
  const file = openSync(ballast, 'a')
  try {
    for (let left = bavail; left > 0; left -= 64)
      writeSync(file, piece, 0, bsize * Math.min(64, left))
  } catch {
    // Somebody else took the last of it.
  } finally {
    closeSync(file)
  }
}

async function withError({ stage, database }: Scene, forMs: number): Promise<void> {
  await stage.asOwner(database, NO_SPACE)
  await wait(forMs)
  await stage.asOwner(database, 'drop function changlai.no_space() cascade')
}

const NO_SPACE = `
create function changlai.no_space() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'disk_full', message = 'could not extend file: No space left on device';
end
$$;
create trigger no_space before insert on changlai.booking
  for each statement execute function changlai.no_space()`
