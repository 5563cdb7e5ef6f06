import { useCallback, useEffect, useMemo, useState } from 'react';
import { ask } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { useSession } from '../../stores/session';
import { drawPoster } from './drawPoster';
import type { PosterContent } from './posterLayout';
import type { Surface } from './surface';

const brand = '熟客';

export type PosterState =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'failed'; readonly say: string }
  | { readonly phase: 'ready'; readonly picture: string };

/** A poster of a product with a card of its own: asked for, drawn on a canvas, and taken from it as a picture. */
export function usePoster(productId: string | null) {
  const state = useAsk(() => loadPoster(productId ?? ''), productId);
  const [drawn, setDrawn] = useState<{ content: PosterContent; picture: string | null } | null>(
    null,
  );
  const content = state.phase === 'ready' ? state.value : null;
  useEffect(() => {
    if (productId === null) setDrawn(null);
  }, [productId]);

  const draw = useMemo(() => {
    if (content === null) return null;
    return (surface: Surface) => {
      pictureOf(surface, content).then(
        (picture) => setDrawn({ content, picture }),
        () => setDrawn({ content, picture: null }),
      );
    };
  }, [content]);

  const { reload } = state;
  const retry = useCallback(() => {
    setDrawn(null);
    void reload();
  }, [reload]);

  return { draw, retry, poster: posterState(state, drawn?.content === content ? drawn : null) };
}

function posterState(
  state: ReturnType<typeof useAsk<PosterContent>>,
  drawn: { picture: string | null } | null,
): PosterState {
  if (state.phase === 'failed') return state;
  if (state.phase === 'waiting' || drawn === null) return { phase: 'waiting' };
  if (drawn.picture === null) return { phase: 'failed', say: '海报没有画成，请再试一次' };
  return { phase: 'ready', picture: drawn.picture };
}

async function pictureOf(surface: Surface, content: PosterContent): Promise<string> {
  await drawPoster(surface, content);
  return surface.exported();
}

async function loadPoster(productId: string): Promise<PosterContent> {
  await useSession.getState().signIn();
  const target = { kind: 'product' as const, productId };
  const { shareId } = await ask('referral.share', { target, channel: 'poster' });
  return { ...(await ask('referral.poster', { shareId })), brand };
}
