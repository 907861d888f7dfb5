/**
 * Text as a finger finds it: without diacritics, lower case, one blank between words.
 * "Đăng ký  KHAI SINH" and the decomposed (NFD) spelling both become "dang ky khai sinh".
 */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
