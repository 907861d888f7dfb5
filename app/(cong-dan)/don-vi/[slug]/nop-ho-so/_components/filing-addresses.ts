/** The name under which what was typed on a screen waits. */
export const screenOf = (draftId: string, part: string): string => `${draftId}/${part}`
