import { chanceOf } from '../../cloudfunctions/local/demo/world/random';
import type { Town } from './town';

/**
 * What is knocked over, in what order, and when, depends on the seed alone; where it strikes does not. Answers what
 * was struck, which grows while the host still falls at refunds, and how to wait until it stands.
 */
export async function knockOver(town: Town, seed: string) {
  const chance = chanceOf(seed, 'chaos');
  const blows = chance.shuffled(['kill', 'kill', 'kill', 'fast', 'immediate'] as const);
  const told: string[] = [];
  const hostFalls = killAtRefunds(town, 2);
  for (const blow of blows) {
    await hostFalls.standing();
    await new Promise((resolve) => setTimeout(resolve, chance.whole(800, 2_000)));
    if (blow === 'kill') await hostFalls.fall();
    else await town.restartPostgres(blow);
    told.push(blow);
  }
  return { told, atRefunds: hostFalls.told, standing: hostFalls.standing };
}

/**
 * Kills the host between a side effect and its mark: WeChat Pay has taken the refund and its answer is on the way.
 * So often as `most` says; the answer is lost with the host, which is opened again.
 */
function killAtRefunds(town: Town, most: number) {
  let up: Promise<void> = Promise.resolve();
  const told: string[] = [];
  // The host is not killed while it gets up: it would only be started a second time.
  const fall = () => {
    const killed = up.then(() => town.killHost());
    up = killed.then(() => town.openHost());
    return killed;
  };
  town.wire.loses = async ({ method, path }) => {
    if (method !== 'POST' || path !== '/v3/refund/domestic/refunds') return false;
    if (told.length >= most) return false;
    told.push('kill at a refund');
    await fall();
    return true;
  };
  return { fall, told, standing: () => up };
}
