import Taro from '@tarojs/taro';
import { useState } from 'react';
import { ask } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { confirmed, toast } from '../../ui/toast';
import {
  addressFaults,
  isSound,
  recognisedSay,
  toSave,
  withRecognised,
  type AddressForm,
} from './addressForm';

/** The form of an address at work: what is typed, what is wrong with it once a save was tried, and its deeds. */
export function useAddressForm(
  first: AddressForm,
  addressId: string | undefined,
  onSaved: (addressId: string) => void,
) {
  const [form, setForm] = useState(first);
  const [tried, setTried] = useState(false);
  const { busy, doing } = useBusy();

  async function save(): Promise<void> {
    setTried(true);
    if (!isSound(addressFaults(form))) return;
    await doing('saving', async () => {
      const saved = await ask('members.saveAddress', toSave(form, addressId));
      onSaved(saved.addressId);
    });
  }

  async function read(text: string): Promise<void> {
    if (text.trim() === '') return;
    await doing('reading', async () => {
      const found = await ask('members.readAddress', { text: text.slice(0, 300) });
      setForm((before) => withRecognised(before, found));
      toast(recognisedSay(found) || '没有认出地址，请手动填写');
    });
  }

  async function remove(): Promise<void> {
    if (addressId === undefined) return;
    if (!(await confirmed({ say: '删除这个地址？', yes: '删除' }))) return;
    await doing('saving', async () => {
      await ask('members.removeAddress', { addressId });
      await Taro.navigateBack();
    });
  }

  return {
    form,
    faults: tried ? addressFaults(form) : {},
    busy,
    change: (part: Partial<AddressForm>) => setForm((before) => ({ ...before, ...part })),
    save,
    read,
    remove,
  };
}

export type AddressFormAtWork = ReturnType<typeof useAddressForm>;

type Busy = 'nothing' | 'saving' | 'reading';

/** One deed at a time; when it fails the shopper is told why. */
function useBusy() {
  const [busy, setBusy] = useState<Busy>('nothing');

  async function doing(what: Busy, deed: () => Promise<void>): Promise<void> {
    setBusy(what);
    try {
      await deed();
    } catch (reason) {
      toast(sayWhy(reason));
    } finally {
      setBusy('nothing');
    }
  }

  return { busy, doing };
}
