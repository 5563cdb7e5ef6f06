import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';

/** How long a form rests before it is kept. */
const restMs = 400;

/**
 * A form that outlives its page: what changes is kept on the phone once typing rests, and when the page goes.
 * Only what was changed is kept; `forget` drops it.
 */
export function useKept<Form>(key: string, first: Form) {
  const [form, setForm] = useState(first);
  const latest = useRef({ form, kept: first, forgotten: false });

  useEffect(() => {
    latest.current.form = form;
    const timer = setTimeout(() => keep(key, latest.current), restMs);
    return () => clearTimeout(timer);
  }, [key, form]);

  useEffect(() => {
    const last = latest.current;
    return () => keep(key, last);
  }, [key]);

  return {
    form,
    setForm,
    forget() {
      latest.current.forgotten = true;
      Taro.removeStorageSync(key);
    },
  };
}

interface Latest {
  form: unknown;
  kept: unknown;
  forgotten: boolean;
}

function keep(key: string, latest: Latest): void {
  if (latest.forgotten || latest.form === latest.kept) return;
  latest.kept = latest.form;
  Taro.setStorageSync(key, latest.form);
}
