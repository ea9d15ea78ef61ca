/** Vowel rows of the potential (治せる) and of the dictionary form it comes from (治す). */
const potentialRows: Readonly<Record<string, string>> = {
  け: 'く',
  げ: 'ぐ',
  せ: 'す',
  て: 'つ',
  ね: 'ぬ',
  べ: 'ぶ',
  め: 'む',
  れ: 'る',
  え: 'う',
}

/** 治せる -> 治す; undefined for what cannot be a potential form. */
export function potentialOf(base: string): string | undefined {
  const row = base.endsWith('る') ? potentialRows[base.at(-2) ?? ''] : undefined
  return row === undefined ? undefined : base.slice(0, -2) + row
}
