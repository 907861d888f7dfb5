/**
 * A step that cannot go on for a reason the reader can mend: printed as two sentences, without a stack.
 * Everything else that is thrown is a mistake of ours and keeps its stack.
 */
export class Stumble extends Error {
  /**
   * @param {string} cause what stands in the way
   * @param {string} mend what to do about it
   */
  constructor(cause, mend) {
    super(`${cause}\n${mend}`)
    this.name = 'Stumble'
  }
}
