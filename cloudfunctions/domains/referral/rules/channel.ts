/** How somebody came, by WeChat's scene value; outside WeChat (0) the card's own channel says it. */
export function channelOf(scene: number, shareChannel: string | null): string {
  if (scene === 1007 || scene === 1036) return 'chat';
  if (scene === 1008 || scene === 1044) return 'group';
  if (scene === 1154 || scene === 1155) return 'timeline';
  if (scene === 1047 || scene === 1048 || scene === 1049) return 'poster';
  if (scene === 1014 || scene === 1107) return 'message';
  return shareChannel ?? 'direct';
}
