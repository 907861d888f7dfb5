/** One to five, as the faces at the counter and on the tracking page have it. */
export const scores = [1, 2, 3, 4, 5] as const
export type Score = (typeof scores)[number]

/** What is asked beside the score: yes or no, each about something an office can mend. */
export const ratingQuestions = ['told-everything-once', 'on-the-promised-day', 'treated-kindly'] as const
export type RatingQuestion = (typeof ratingQuestions)[number]
