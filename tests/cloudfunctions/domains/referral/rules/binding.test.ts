import {
  bindsAtOrder,
  bindsAtTouch,
} from '../../../../../cloudfunctions/domains/referral/rules/binding';
import { channelOf } from '../../../../../cloudfunctions/domains/referral/rules/channel';
import { day } from '../../../../../cloudfunctions/kit/time';

const terms = (mode: 'first' | 'protected' | 'last') => ({
  mode,
  protectedMs: 30 * day,
  bindingLivesMs: 365 * day,
});
const bound = { guideId: 'g1', storeId: 's', boundAt: 0, lastServedAt: 0 };
const by = (guideId: string, atMs: number) => ({ guideId, storeId: 's', atMs });

describe('a touch', () => {
  it('binds whoever is bound to nobody, in every mode', () => {
    for (const mode of ['first', 'protected', 'last'] as const)
      expect(bindsAtTouch(null, by('g2', 0), terms(mode))).toBe('first_touch');
  });

  it('rebinds only where the last touch wins, and never to the same guide', () => {
    expect(bindsAtTouch(bound, by('g2', day), terms('first'))).toBeNull();
    expect(bindsAtTouch(bound, by('g2', day), terms('protected'))).toBeNull();
    expect(bindsAtTouch(bound, by('g2', day), terms('last'))).toBe('last_touch');
    expect(bindsAtTouch(bound, by('g1', day), terms('last'))).toBeNull();
  });
});

describe('an order by another guide’s card', () => {
  it('binds the unbound', () => {
    expect(bindsAtOrder(null, by('g2', 0), terms('protected'))).toBe('first_order');
  });

  it('rebinds after the protection, which each service renews', () => {
    expect(bindsAtOrder(bound, by('g2', 30 * day), terms('protected'))).toBeNull();
    expect(bindsAtOrder(bound, by('g2', 30 * day + 1), terms('protected'))).toBe(
      'after_protection',
    );
    expect(
      bindsAtOrder({ ...bound, lastServedAt: 20 * day }, by('g2', 31 * day), terms('protected')),
    ).toBeNull();
  });

  it('rebinds after the binding’s term even where the first wins', () => {
    expect(bindsAtOrder(bound, by('g2', 364 * day), terms('first'))).toBeNull();
    expect(bindsAtOrder(bound, by('g2', 365 * day), terms('first'))).toBe('after_end');
  });
});

describe('the channel', () => {
  it('is what WeChat’s scene says, else what the card was made for', () => {
    expect(
      [1007, 1008, 1044, 1154, 1155, 1047, 1014].map((scene) => channelOf(scene, 'link')),
    ).toEqual(['chat', 'group', 'group', 'timeline', 'timeline', 'poster', 'message']);
    expect([channelOf(0, 'link'), channelOf(0, null), channelOf(1089, null)]).toEqual([
      'link',
      'direct',
      'direct',
    ]);
  });
});
