/** Characters of the alphabet every phone knows; with a single other one the whole text is sent in 16-bit letters. @law 3GPP TS 23.038, 6.2.1 */
const BASIC = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/

/** How many text messages a phone network makes of a text, and bills. @unit messages */
export function smsParts(text: string): number {
  const isBasic = BASIC.test(text)
  const [alone, joined] = isBasic ? [160, 153] : [70, 67]
  return text.length <= alone ? 1 : Math.ceil(text.length / joined)
}
