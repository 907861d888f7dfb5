/** The sentence for a code that came back in an address; undefined for anything else that somebody typed there. */
export const said = (sentences: Readonly<Record<string, string>>, code: string | string[] | undefined): string | undefined =>
  typeof code === 'string' && Object.hasOwn(sentences, code) ? sentences[code] : undefined
