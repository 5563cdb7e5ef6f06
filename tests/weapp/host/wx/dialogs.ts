import { ApiFailure, asyncApi } from '../api-call';
import type { Machine } from '../machine';
import { bagOf, stringOf, stringsOf, type Bag } from '../values';

/** What the shopper saw on top of the page. */
export interface Dialogs {
  readonly toasts: string[];
  readonly modals: string[];
  readonly sheets: string[][];
  /** The text of the loading sign that stands now. */
  loading: string | null;
}

/** How the shopper answers; a question without an answer is an error that names it. */
export interface Answers {
  modal?: (asked: { title: string; content: string }) => boolean | { content: string };
  actionSheet?: (items: readonly string[]) => number | null;
  /** Which of the templates are accepted. */
  subscribe?: (templateIds: readonly string[]) => readonly string[];
  address?: () => Bag | null;
}

/** Toasts, loading signs, questions. */
export function dialogApis(machine: Machine, dialogs: Dialogs, answers: Answers): Bag {
  const asked = (name: string, what: string) =>
    new Error(`wx.${name} asks "${what}" and the test gives no answer`);
  return {
    showToast: asyncApi(
      machine,
      'showToast',
      ({ title }) => void dialogs.toasts.push(stringOf(title)),
    ),
    hideToast: asyncApi(machine, 'hideToast', () => undefined),
    showLoading: asyncApi(machine, 'showLoading', ({ title }) => {
      dialogs.loading = stringOf(title);
    }),
    hideLoading: asyncApi(machine, 'hideLoading', () => {
      dialogs.loading = null;
    }),
    showModal: asyncApi(machine, 'showModal', (options) => {
      const title = stringOf(options.title);
      const content = stringOf(options.content);
      dialogs.modals.push([title, content].filter(Boolean).join('\n'));
      const answer = answers.modal?.({ title, content });
      if (answer === undefined) throw asked('showModal', title || content);
      const confirm = answer !== false;
      return { confirm, cancel: !confirm, content: bagOf(answer).content ?? null };
    }),
    showActionSheet: asyncApi(machine, 'showActionSheet', ({ itemList }) => {
      const items = stringsOf(itemList);
      dialogs.sheets.push(items);
      const tapIndex = answers.actionSheet?.(items);
      if (tapIndex === undefined) throw asked('showActionSheet', items.join(' / '));
      if (tapIndex === null) throw new ApiFailure('showActionSheet:fail cancel');
      return { tapIndex };
    }),
    requestSubscribeMessage: asyncApi(machine, 'requestSubscribeMessage', ({ tmplIds }) => {
      const ids = stringsOf(tmplIds);
      const accepted = answers.subscribe?.(ids);
      if (accepted === undefined) throw asked('requestSubscribeMessage', ids.join(', '));
      return Object.fromEntries(ids.map((id) => [id, accepted.includes(id) ? 'accept' : 'reject']));
    }),
    chooseAddress: asyncApi(machine, 'chooseAddress', () => {
      const address = answers.address?.();
      if (address === undefined) throw asked('chooseAddress', 'which address');
      if (address === null) throw new ApiFailure('chooseAddress:fail cancel');
      return address;
    }),
  };
}
