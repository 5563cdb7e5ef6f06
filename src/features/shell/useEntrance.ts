import { useDidShow, useLaunch } from '@tarojs/taro';
import { useAttribution } from '../../stores/attribution';
import type { EntryOptions } from '../../stores/entry';
import { useSession } from '../../stores/session';

/** At the shop's door: tells by which card somebody came, then signs her in. Belongs in the app's root. */
export function useEntrance(): void {
  useLaunch((options) => {
    void comeIn(options);
  });
  // Only the app's root is told how it was opened; from the background somebody may come by another card.
  useDidShow((options?: unknown) => {
    if (isEntry(options)) void comeIn(options);
  });
}

async function comeIn(options: EntryOptions): Promise<void> {
  const { enter, findMyGuide } = useAttribution.getState();
  if (!(await enter(options)) || useAttribution.getState().readOnly) return;
  try {
    await useSession.getState().signIn();
  } catch {
    // Looking around needs nobody signed in; the first page that does signs in again and says why not.
    return;
  }
  await findMyGuide();
}

function isEntry(options: unknown): options is EntryOptions {
  return typeof options === 'object' && options !== null && 'scene' in options;
}
