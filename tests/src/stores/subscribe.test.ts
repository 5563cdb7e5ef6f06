import { askBesides, askForMessages, useSubscriptions } from '../../../src/stores/subscribe';
import { platform } from '../../stand-ins/taro';

const ask = jest.fn<Promise<unknown>, [string, Record<string, unknown>]>();
jest.mock('../../../src/cloud', () => ({ hasSession: () => true }));
jest.mock('../../../src/stores/askAsMember', () => ({
  askAsMember: (name: string, input: Record<string, unknown>) => ask(name, input),
}));

const template = (kind: string, left = 0) => ({ kind, templateId: `t-${kind}`, left });
const taps = [
  { tap: 'paid', templates: [template('order_shipped'), template('refund_done')] },
  { tap: 'claim', templates: [template('coupon_ending', 1)] },
  { tap: 'team', templates: [] },
];
const questions = () =>
  platform.calls
    .filter(({ name }) => name === 'requestSubscribeMessage')
    .map(({ options }) => options);
const answers = () =>
  ask.mock.calls.filter(([name]) => name === 'messaging.accepted').map(([, input]) => input);

beforeEach(async () => {
  process.env.TARO_ENV = 'weapp';
  platform.reset();
  ask.mockReset();
  ask.mockResolvedValue({ taps });
  useSubscriptions.setState({ taps: null });
  await useSubscriptions.getState().learn();
});
afterEach(() => {
  delete process.env.TARO_ENV;
});

const leftOf = (templateId: string) =>
  useSubscriptions
    .getState()
    .taps?.flatMap(({ templates }) => templates)
    .find((one) => one.templateId === templateId)?.left;

it('asks for a tap’s templates, tells the shop the answer, and counts it', async () => {
  platform.accepts = ['t-refund_done'];
  expect(await askForMessages('paid')).toBe(true);
  expect(questions()).toMatchObject([{ tmplIds: ['t-order_shipped', 't-refund_done'] }]);
  expect(answers()).toEqual([
    {
      key: expect.stringMatching(/^[\w-]{36}$/) as string,
      ...{ accepted: ['t-refund_done'], rejected: ['t-order_shipped'] },
    },
  ]);
  expect([leftOf('t-order_shipped'), leftOf('t-refund_done')]).toEqual([0, 1]);
});

it('tells nothing when WeChat does not put the question, and asks for nothing where there is nothing', async () => {
  platform.accepts = null;
  expect(await askForMessages('paid')).toBe(false);
  expect(await askForMessages('team')).toBe(false);
  expect(questions()).toHaveLength(1);
  expect(answers()).toEqual([]);
});

it('does not trouble who came for something else, while a message is left', async () => {
  await askBesides('claim');
  expect(questions()).toEqual([]);
  await askBesides('paid');
  expect(questions()).toHaveLength(1);
});

it('learns once for all who ask, and again after a failure', async () => {
  const { learn } = useSubscriptions.getState();
  await learn();
  expect(ask).toHaveBeenCalledTimes(1);
  useSubscriptions.setState({ taps: null });
  ask.mockRejectedValueOnce(new Error('no answer'));
  await Promise.all([learn(), learn()]);
  expect(useSubscriptions.getState().taps).toBeNull();
  await learn();
  expect(ask).toHaveBeenCalledTimes(3);
  expect(useSubscriptions.getState().taps).toEqual(taps);
});

it('is silent in a browser', async () => {
  process.env.TARO_ENV = 'h5';
  expect(await askForMessages('paid')).toBe(false);
  useSubscriptions.setState({ taps: null });
  await useSubscriptions.getState().learn();
  expect(ask).toHaveBeenCalledTimes(1);
  expect(questions()).toEqual([]);
});
