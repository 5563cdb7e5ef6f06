import { act, renderHook } from '@testing-library/react';
import { Declined } from '../../../../../src/cloud';
import type { Faults } from '../../../../../src/features/offers/form/reading';
import { useSaving } from '../../../../../src/features/offers/form/useSaving';
import { platform } from '../../../../stand-ins/taro';

beforeEach(() => platform.reset());

interface Form {
  readonly name: string;
}

function faultsOf({ name }: Form): Faults {
  return name === '' ? { name: '缺名字' } : {};
}

/** A form whose sending answers as a test says, with the keys and drafts that were sent. */
function saving(answers: (string | Error)[], first: Form = { name: '活动' }) {
  const sent: { key: string; draft: Form }[] = [];
  const made: string[] = [];
  const { result, rerender } = renderHook(
    ({ form }: { form: Form }) =>
      useSaving<Form>(form, {
        read: () => ({ draft: form, faults: faultsOf(form) }),
        send(key, draft) {
          sent.push({ key, draft });
          const [answer = 'done'] = answers.splice(0, 1);
          return typeof answer === 'string' ? Promise.resolve(answer) : Promise.reject(answer);
        },
        placeOf: ({ code }) => (code === 'overlaps' ? 'terms.goods' : null),
        onMade: (id) => made.push(id),
      }),
    { initialProps: { form: first } },
  );
  return {
    sent,
    made,
    result,
    change: (form: Form) => rerender({ form }),
    save: () => act(() => result.current.save()),
    said: () => platform.calls.filter(({ name }) => name === 'showToast'),
  };
}

const noAnswer = new Declined('no_answer', '网络不太顺');

describe('saving a form', () => {
  it('sends what is sound, and tells what was made', async () => {
    const form = saving(['new-id']);
    await form.save();
    expect(form.made).toEqual(['new-id']);
    expect(form.result.current).toMatchObject({ tried: true, busy: false, said: null });
  });

  it('sends nothing while something is wrong, and brings it into sight', async () => {
    const form = saving([], { name: '' });
    await form.save();
    expect(form.sent).toEqual([]);
    expect(form.said()).toHaveLength(1);
    expect(platform.calls.map(({ name }) => name)).toContain('pageScrollTo');
  });

  it('keeps a refusal at its place until the form changes', async () => {
    const refusal = new Declined('overlaps', '已参加「秒杀」', { promotionId: 'other' });
    const form = saving([refusal]);
    await form.save();
    expect(form.result.current.said).toEqual({
      at: 'terms.goods',
      say: '已参加「秒杀」',
      otherId: 'other',
    });
    form.change({ name: '活动' });
    expect(form.result.current.said).toBeNull();
  });

  it('says in passing what has no place', async () => {
    const form = saving([new Declined('too_many', '太多了')]);
    await form.save();
    expect(form.result.current.said).toBeNull();
    expect(JSON.stringify(form.said())).toContain('太多了');
  });

  it('repeats a try without an answer under its key, and a changed form under another', async () => {
    const form = saving([noAnswer, noAnswer, noAnswer]);
    await form.save();
    await form.save();
    form.change({ name: '另一个' });
    await form.save();
    const [first, second, third] = form.sent;
    expect(second).toEqual(first);
    expect(third?.key).not.toBe(first?.key);
  });

  it('begins anew after an answer, even a no', async () => {
    const form = saving([new Declined('overlaps', '不行'), 'done']);
    await form.save();
    await form.save();
    expect(form.sent[1]?.key).not.toBe(form.sent[0]?.key);
    expect(form.made).toEqual(['done']);
  });
});
