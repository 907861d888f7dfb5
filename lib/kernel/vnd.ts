/** An amount of Vietnamese đồng: a whole number, never negative where it is a fee. */
export type Vnd = number & { readonly brand: 'Vnd' }

/** Throws RangeError unless the amount is a whole, non-negative number. */
export function vnd(amount: number): Vnd {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`Not an amount of đồng: ${amount}`)
  return amount as Vnd
}
