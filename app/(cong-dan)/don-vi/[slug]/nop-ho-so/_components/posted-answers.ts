/** Longer than any answer may be, so that "too long" is said by the form and not by a cut. @unit UTF-16 units */
const LONGEST = 5_000

/** The answers of a posted screen as they were typed. Date boxes post "name-day"; answers keep "name.day". Files and React's own fields are left out. */
export const answersFrom = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form]
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'))
      .map(([name, value]) => [name.replace(/-(day|month|year)$/, '.$1'), value.slice(0, LONGEST)]),
  )
