import Taro from '@tarojs/taro';

/** Says something for two seconds without stopping anything. */
export function toast(say: string): void {
  void Taro.showToast({ title: say, icon: 'none', duration: 2000 });
}

interface Question {
  say: string;
  title?: string;
  /** The words of the deed itself, such as 删除; at most four. */
  yes: string;
  no?: string;
}

/** Asks before a deed that cannot be taken back; true when it shall be done. */
export async function confirmed({
  say,
  title = '',
  yes,
  no = '再想想',
}: Question): Promise<boolean> {
  const answer = await Taro.showModal({
    title,
    content: say,
    confirmText: yes,
    cancelText: no,
    confirmColor: '#17181a',
    cancelColor: '#55585e',
  });
  return answer.confirm;
}
