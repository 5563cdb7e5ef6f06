/** A level of members by its number. */
export interface LevelName {
  readonly level: number;
  readonly name: string;
}

/** A level's name, or its number where the shop's names are not known. */
export function levelName(levels: readonly LevelName[], level: number): string {
  return levels.find((one) => one.level === level)?.name ?? `等级 ${level}`;
}
