import * as taro from '../../stand-ins/taro';

const { platform } = taro;

const ask = jest.fn();
jest.mock('../../../src/cloud', () => ({
  ask: (...asked: unknown[]): unknown => ask(...asked),
  Declined: class extends Error {},
  hasSession: () => true,
  keepSession: () => undefined,
}));

type Stores = typeof import('../../../src/stores/attribution') &
  typeof import('../../../src/stores/session');

function openApp(): Stores {
  let opened: Stores | undefined;
  jest.isolateModules(() => {
    jest.doMock('@tarojs/taro', () => taro);
    opened = {
      ...jest.requireActual<typeof import('../../../src/stores/attribution')>(
        '../../../src/stores/attribution',
      ),
      ...jest.requireActual<typeof import('../../../src/stores/session')>(
        '../../../src/stores/session',
      ),
    };
  });
  if (opened === undefined) throw new Error('the app did not open');
  return opened;
}

const guide = { guideId: 'g', name: '晓雯', title: '', avatarUrl: '', greeting: '', storeName: '' };
const card = { scene: 1007, query: { s: 'Ab3dEf6hIj9lMn2pQr5t' } };

describe('by whom this phone came', () => {
  beforeEach(() => {
    platform.reset();
    ask.mockReset();
  });

  it('tells the server of a card, and knows its guide from then on', async () => {
    ask.mockResolvedValue({ guide, target: null });
    const { useAttribution } = openApp();
    await useAttribution.getState().enter(card);
    const { visitorId } = useAttribution.getState();
    expect(ask).toHaveBeenCalledWith('referral.enter', {
      visitorId,
      scene: 1007,
      shareId: card.query.s,
    });
    expect(useAttribution.getState()).toMatchObject({
      guide,
      shareId: card.query.s,
      readOnly: false,
    });
  });

  it('tells of the same entry once, and of another one again', async () => {
    ask.mockResolvedValue({ guide: null, target: null });
    const { enter } = openApp().useAttribution.getState();
    expect(await enter(card)).toBe(true);
    expect(await enter(card)).toBe(false);
    expect(await enter({ ...card, scene: 1008 })).toBe(true);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('keeps the card when somebody later comes without one', async () => {
    ask.mockResolvedValueOnce({ guide, target: null });
    ask.mockResolvedValueOnce({ guide: null, target: null });
    const { useAttribution } = openApp();
    await useAttribution.getState().enter(card);
    await useAttribution.getState().enter({ scene: 1089, query: {} });
    expect(useAttribution.getState()).toMatchObject({ guide, shareId: card.query.s });
  });

  it('opens the shop without an answer, and tells again the next time', async () => {
    ask.mockRejectedValueOnce(new Error('no net'));
    ask.mockResolvedValueOnce({ guide, target: null });
    const { useAttribution } = openApp();
    const { enter } = useAttribution.getState();
    await enter(card);
    expect(useAttribution.getState()).toMatchObject({ guide: null, shareId: card.query.s });
    await enter(card);
    expect(useAttribution.getState().guide).toEqual(guide);
  });

  it('is read only in Moments', async () => {
    ask.mockResolvedValue({ guide, target: null });
    const { useAttribution } = openApp();
    await useAttribution.getState().enter({ ...card, scene: 1154 });
    expect(useAttribution.getState().readOnly).toBe(true);
    await useAttribution.getState().enter({ ...card, scene: 1155 });
    expect(useAttribution.getState().readOnly).toBe(false);
  });

  it('asks for the guide I am bound to only where no card said one', async () => {
    ask.mockResolvedValue({ guide });
    const { useAttribution } = openApp();
    await useAttribution.getState().findMyGuide();
    await useAttribution.getState().findMyGuide();
    expect(useAttribution.getState().guide).toEqual(guide);
    expect(ask.mock.calls).toEqual([['referral.myGuide', {}]]);
  });

  it('is the same visitor the next time', () => {
    const { visitorId } = openApp().useAttribution.getState();
    expect(openApp().useAttribution.getState().visitorId).toBe(visitorId);
  });
});

describe('signing in', () => {
  beforeEach(() => {
    platform.reset();
    ask.mockReset();
  });

  it('happens once for everybody who waits for it', async () => {
    ask.mockResolvedValue({ memberId: 'm' });
    const { useSession } = openApp();
    const { signIn } = useSession.getState();
    const [one, other] = await Promise.all([signIn(), signIn()]);
    expect(one).toBe(other);
    expect(await signIn()).toBe(one);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(useSession.getState().me).toEqual({ memberId: 'm' });
  });

  it('waits until the entry is told, so that the first touch joins the member', async () => {
    const order: string[] = [];
    ask.mockImplementation(async (name: string) => {
      await Promise.resolve();
      order.push(name);
      return { guide: null, target: null };
    });
    const { useAttribution, useSession } = openApp();
    const entered = useAttribution.getState().enter(card);
    await useSession.getState().signIn();
    await entered;
    expect(order).toEqual(['referral.enter', 'members.signIn']);
  });

  it('may be tried again after a failure', async () => {
    ask.mockRejectedValueOnce(new Error('no net'));
    ask.mockResolvedValueOnce({ memberId: 'm' });
    const { signIn } = openApp().useSession.getState();
    await expect(signIn()).rejects.toThrow('no net');
    expect(await signIn()).toEqual({ memberId: 'm' });
  });
});
